package dev.hexwing.application.testkit;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Cuts moments to the microsecond, as databases keep them, so that tests meet no finer ones. */
final class Moments {

  private Moments() {}

  static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  /** The event as it comes back from a store: by way of its record, its moment cut. */
  static DomainEvent kept(DomainEvent event) {
    EventRecord record = EventRecords.toRecord(event);
    EventMetadata metadata = record.metadata();
    return EventRecords.toEvent(
        new EventRecord(
            record.type(),
            record.data(),
            new EventMetadata(
                metadata.eventId(),
                metadata.aggregateId(),
                metadata.version(),
                kept(metadata.occurredAt()),
                metadata.correlationId(),
                metadata.causationId())));
  }
}
