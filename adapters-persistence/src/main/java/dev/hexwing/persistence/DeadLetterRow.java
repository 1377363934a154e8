package dev.hexwing.persistence;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetter.State;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that was set aside, as it stands in its table. */
final class DeadLetterRow {

  static final String COLUMNS =
      """
      letter_id, consumer, name, state, aggregate_id, version, type, data, payload,
      correlation_id, causation_id, occurred_at, reason, attempts, set_aside_at, {now} as read_at
      """;

  private static final String INSERT =
      """
      insert into dead_letters (letter_id, consumer, name, state, aggregate_id, version, type, data,
        payload, correlation_id, causation_id, occurred_at, reason, attempts, set_aside_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now})
      """;

  private static final int LONGEST_REASON = 500;

  private DeadLetterRow() {}

  static DeadLetter read(ResultSet row) throws SQLException {
    @Nullable String type = Columns.textIfAny(row, "type");
    Option<EventRecord> event =
        type == null ? Option.none() : Option.some(EventRow.read(row, "aggregate_id").toRecord());
    return new DeadLetter(
        Columns.uuid(row, "letter_id"),
        new Undelivered(
            Columns.text(row, "consumer"),
            Columns.text(row, "name"),
            event,
            Columns.text(row, "payload"),
            Option.of(Columns.textIfAny(row, "correlation_id")).map(CorrelationId::new),
            Columns.text(row, "reason"),
            row.getInt("attempts")),
        State.valueOf(Columns.text(row, "state")),
        Duration.between(Columns.moment(row, "set_aside_at"), Columns.moment(row, "read_at")));
  }

  static Write insert(UUID id, Undelivered message, State state) {
    @Nullable EventRow event = message.event().map(EventRow::of).getOrNull();
    Write write =
        Write.inserting(INSERT, Subject.TRANSACTION, message.name())
            .uuid(id)
            .text(message.consumer())
            .text(message.name())
            .text(state.name());
    if (event == null) {
      write
          .text(null)
          .number(0)
          .text(null)
          .text(null)
          .text(message.payload())
          .text(message.correlationId().map(CorrelationId::value).getOrNull())
          .text(null)
          .moment(null);
    } else {
      write
          .text(event.aggregateId())
          .number(event.version())
          .text(event.type())
          .text(event.data())
          .text(message.payload())
          .text(event.correlationId())
          .text(event.causationId())
          .moment(event.occurredAt());
    }
    return write.text(shortened(message.reason())).count(message.attempts());
  }

  static String shortened(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
