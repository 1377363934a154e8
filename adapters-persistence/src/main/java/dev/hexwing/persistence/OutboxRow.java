package dev.hexwing.persistence;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxMessage.Claim;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An event on its way out, as it stands in the outbox. */
record OutboxRow(
    long position, EventRow event, long token, int attempts, Option<TraceParent> trace) {

  static final String COLUMNS =
      """
      position, aggregate_id, version, type, data, correlation_id, causation_id, occurred_at,
      token, attempts, traceparent
      """;

  private static final String INSERT =
      """
      insert into outbox (event_id, aggregate_id, version, type, data, correlation_id,
        causation_id, occurred_at, traceparent, stored_at, state, token, held_until, attempts)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, {now}, 'WAITING', 0, {now}, 0)
      """;

  static OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("position"),
        EventRow.read(row, "aggregate_id"),
        row.getLong("token"),
        row.getInt("attempts"),
        Option.of(Columns.textIfAny(row, "traceparent")).flatMap(TraceParent::of));
  }

  /** An event that waits from now on. */
  static Write insert(DomainEvent event, Option<TraceParent> trace) {
    EventRow row = EventRow.from(event);
    return Write.inserting(INSERT, Subject.TRANSACTION, event.eventId())
        .text(event.eventId().value())
        .text(row.aggregateId())
        .number(row.version())
        .text(row.type())
        .text(row.data())
        .text(row.correlationId())
        .text(row.causationId())
        .moment(row.occurredAt())
        .text(trace.map(TraceParent::value).getOrNull());
  }

  /** The row as it is once it has been claimed. */
  OutboxRow claimed() {
    return new OutboxRow(position, event, token + 1, attempts, trace);
  }

  /** By which the row is in the hands of the relay that has claimed it. */
  Claim claim() {
    return new Claim(position, token, attempts);
  }

  /**
   * The message of the relay that has claimed the row.
   *
   * @throws IllegalArgumentException if the names in it are damaged
   */
  OutboxMessage toMessage() {
    return new OutboxMessage(
        event.eventId(), new CorrelationId(event.correlationId()), claim(), trace, event::toDomain);
  }
}
