package dev.hexwing.persistence;

import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.shared.EventId;

/** Which consumer has taken which event; the primary key lets each in once. */
final class JdbcInbox implements Inbox {

  private static final String CLAIM =
      "insert into inbox (consumer, event_id, taken_at) values (?, ?, {now})";

  private final JdbcTransaction transaction;

  JdbcInbox(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void claim(String consumer, EventId eventId) {
    transaction.write(
        Write.inserting(CLAIM, Subject.INBOX, eventId + " for " + consumer)
            .text(consumer)
            .text(eventId.value()));
  }
}
