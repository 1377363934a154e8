package dev.hexwing.domain.notification;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where notifications are kept, within one transaction; at most one for a subscriber and the event
 * that it tells of, so that an event heard twice is told once.
 *
 * <p>A notification that was found is the finder's own: changes to it are kept only by {@link
 * #save}.
 */
@Repository
public interface Notifications {

  /** The notification as it is now; none if there never was one of that name. */
  Option<Notification> find(NotificationId notificationId);

  /**
   * Pending notifications that are due, the longest due first; those that another transaction is
   * about to change are passed over rather than waited for.
   *
   * @param moment those due later are left out
   * @param limit the most to hand back, 1 to 1,000
   */
  List<NotificationId> due(Instant moment, int limit);

  /**
   * Keeps the notification and sends off its events, together or not at all.
   *
   * <p>Written only if the store still holds it at the {@link Notification#storedVersion() version
   * it was read at}, and a new one only if its subscriber has none with the same cause; otherwise
   * the transaction fails as a write conflict, at once or at commit, and nothing of it is kept.
   * Drains the notification's events. One that has not changed is left alone.
   */
  void save(Notification notification);
}
