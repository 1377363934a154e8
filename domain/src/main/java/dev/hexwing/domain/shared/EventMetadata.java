package dev.hexwing.domain.shared;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What every event carries beside its facts.
 *
 * @param eventId unique for ever
 * @param aggregateId the aggregate that changed, as text
 * @param version the version that the change made
 * @param occurredAt when it happened, in UTC
 * @param correlationId the customer intent that it belongs to
 * @param causationId the event that led to it, if one did
 */
@ValueObject
public record EventMetadata(
    EventId eventId,
    String aggregateId,
    Version version,
    Instant occurredAt,
    CorrelationId correlationId,
    Option<CausationId> causationId) {

  /** Refuses absent parts, and version 0: nothing happened before the first change. */
  public EventMetadata {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(aggregateId, "aggregateId");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(occurredAt, "occurredAt");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(causationId, "causationId");
    if (version.equals(Version.NONE)) {
      throw new IllegalArgumentException("an event makes a version of at least 1");
    }
  }

  /** The metadata of the change that brings an aggregate to a version. */
  public static EventMetadata of(String aggregateId, Version version, Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    return new EventMetadata(
        EventId.of(aggregateId, version),
        aggregateId,
        version,
        occasion.at(),
        occasion.correlationId(),
        occasion.causationId());
  }
}
