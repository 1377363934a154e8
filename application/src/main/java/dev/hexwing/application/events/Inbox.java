package dev.hexwing.application.events;

import dev.hexwing.domain.shared.EventId;

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
}
