package dev.hexwing.domain.notification;

import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where subscribers are kept, within one transaction.
 *
 * <p>A subscriber that was found is the finder's own: changes to it are kept only by {@link #save}.
 */
@Repository
public interface Subscribers {

  /** The subscriber as it is now; none if there never was one of that name. */
  Option<Subscriber> find(SubscriberId subscriberId);

  /**
   * Active subscribers that want a topic, in the order of their names.
   *
   * @param after only names after this one; none from the beginning
   * @param limit the most to hand back, 1 to 1,000
   */
  List<SubscriberId> wanting(Topic topic, Option<SubscriberId> after, int limit);

  /**
   * Keeps the subscriber and sends off its events, together or not at all.
   *
   * <p>Written only if the store still holds it at the {@link Subscriber#storedVersion() version it
   * was read at}; otherwise the transaction fails as a write conflict, at once or at commit, and
   * nothing of it is kept. Drains the subscriber's events. One that has not changed is left alone.
   */
  void save(Subscriber subscriber);
}
