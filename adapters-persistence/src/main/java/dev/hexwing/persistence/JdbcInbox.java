package dev.hexwing.persistence;

import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.shared.EventId;
import java.time.Duration;

/** Which consumer has taken which event; the primary key lets each in once. */
final class JdbcInbox implements Inbox {

  private static final String CLAIM =
      "insert into inbox (consumer, event_id, taken_at) values (?, ?, {now})";

  private static final Lookup<Boolean> ANY =
      new Lookup<>("select 1 from inbox where consumer = ? limit 1", row -> true);

  private static final String WITHOUT_VERSION = "rtrim(inbox.event_id, '0123456789')";

  /**
   * What is not sent yet, or parked, will be delivered again; so may be what a consumer takes from
   * the beginning of history, for as long as it is on its way. Events are looked up one by one, by
   * the aggregate and the version of which their names are made: how many are not sent is not what
   * was counted last.
   */
  private static final Over TAKEN =
      new Over(
          "delete from inbox",
          "inbox",
          """
          taken_at <= {earlier}
            and coalesce(
              (select outbox.state from outbox
                where {unsent outbox of left(%1$s, length(%1$s) - 1)}
                  and outbox.version = cast(
                    '0' || right(substr(inbox.event_id, length(%1$s) + 1), 18) as bigint)
                  and outbox.event_id = inbox.event_id),
              'SENT') = 'SENT'
            and not exists (
              select 1 from consumer_starts
              where consumer_starts.consumer = inbox.consumer and consumer_starts.state <> 'LIVE')
          """
              .formatted(WITHOUT_VERSION),
          "taken_at");

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

  @Override
  public boolean hasTaken(String consumer) {
    return transaction.find(ANY, consumer).isDefined();
  }

  @Override
  public long forget(Duration age, int limit) {
    return transaction.changeEldest(TAKEN, age, limit);
  }
}
