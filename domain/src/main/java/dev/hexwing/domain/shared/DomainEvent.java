package dev.hexwing.domain.shared;

import java.time.Instant;

/**
 * Something that happened, in the past tense; immutable.
 *
 * <p>Each context has a sealed family of events. Events of one aggregate are ordered by {@link
 * #version()} and by nothing else: clocks of two machines disagree.
 */
public interface DomainEvent extends org.jmolecules.event.types.DomainEvent {

  /** What every event carries. */
  EventMetadata metadata();

  /** Unique for ever: the same id is the same event. */
  default EventId eventId() {
    return metadata().eventId();
  }

  /** The aggregate that changed. */
  default String aggregateId() {
    return metadata().aggregateId();
  }

  /** The version that the change made. */
  default Version version() {
    return metadata().version();
  }

  /** When it happened, in UTC. */
  default Instant occurredAt() {
    return metadata().occurredAt();
  }

  /** The customer intent that it belongs to. */
  default CorrelationId correlationId() {
    return metadata().correlationId();
  }
}
