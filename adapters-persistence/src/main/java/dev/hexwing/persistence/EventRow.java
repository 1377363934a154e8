package dev.hexwing.persistence;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the payments' history or in the outbox. */
record EventRow(
    String aggregateId,
    long version,
    String type,
    String data,
    String correlationId,
    @Nullable String causationId,
    Instant occurredAt) {

  static final String COLUMNS =
      "aggregate_id, version, type, data, correlation_id, causation_id, occurred_at";

  static EventRow from(DomainEvent event) {
    return of(EventRecords.toRecord(event));
  }

  static EventRow of(EventRecord record) {
    EventMetadata metadata = record.metadata();
    return new EventRow(
        metadata.aggregateId(),
        metadata.version().value(),
        record.type(),
        Json.write(record.data()),
        metadata.correlationId().value(),
        metadata.causationId().map(CausationId::toString).getOrNull(),
        metadata.occurredAt());
  }

  static EventRow read(ResultSet row, String aggregateColumn) throws SQLException {
    return new EventRow(
        Columns.text(row, aggregateColumn),
        row.getLong("version"),
        Columns.text(row, "type"),
        Columns.text(row, "data"),
        Columns.text(row, "correlation_id"),
        Columns.textIfAny(row, "causation_id"),
        Columns.moment(row, "occurred_at"));
  }

  EventId eventId() {
    return EventId.of(aggregateId, new Version(version));
  }

  DomainEvent toDomain() {
    return EventRecords.toEvent(toRecord());
  }

  EventRecord toRecord() {
    Version number = new Version(version);
    return new EventRecord(
        type,
        Json.facts(data),
        new EventMetadata(
            EventId.of(aggregateId, number),
            aggregateId,
            number,
            occurredAt,
            new CorrelationId(correlationId),
            Option.of(causationId).map(EventId::new).map(CausationId::new)));
  }
}
