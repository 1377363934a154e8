package dev.hexwing.application.events;

import dev.hexwing.domain.shared.EventId;
import java.time.Duration;

/** Remembers which consumer has seen which event, within the consumer's own transaction. */
public interface Inbox {

  /**
   * Notes that a consumer takes an event.
   *
   * <p>If it took it before, the transaction fails as a write conflict on the inbox, at once or at
   * commit, and nothing of it is kept.
   *
   * @param consumer the consumer's stable name, 1 to 100 characters; not a class name
   */
  void claim(String consumer, EventId eventId);

  /** Whether it is remembered that the consumer took any event. */
  boolean hasTaken(String consumer);

  /**
   * Forgets which consumer took which event, of events taken longer ago than the age, the longest
   * first. An event of ours that was not sent yet, or is set aside for a person, will be delivered
   * again and is not forgotten, however old; nor is what a consumer took that is on its way from
   * the beginning of history.
   *
   * @param age longer than anybody may deliver an event again after it was sent
   * @param limit the most at a time, 1 to 10,000
   * @return how many
   */
  long forget(Duration age, int limit);
}
