package dev.hexwing.domain.shared;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * When and why a command is carried out: what the domain is told because it has no clock.
 *
 * @param at the moment, in UTC; in the years 1 to 9999, which every store and notation can keep
 * @param correlationId the customer intent that it belongs to
 * @param causationId the event that led to it, if it was an event and not a person
 */
@ValueObject
public record Occasion(Instant at, CorrelationId correlationId, Option<CausationId> causationId) {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** Refuses absent parts, and moments of other years with {@link IllegalArgumentException}. */
  public Occasion {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(causationId, "causationId");
    if (at.isBefore(FIRST) || !at.isBefore(END)) {
      throw new IllegalArgumentException("at must be in the years 1 to 9999: " + at);
    }
  }

  /** A person's command. */
  public static Occasion of(Instant at, CorrelationId correlationId) {
    return new Occasion(at, correlationId, Option.none());
  }

  /** A reaction to an event, within the same customer intent. */
  public static Occasion causedBy(DomainEvent event, Instant at) {
    Objects.requireNonNull(event, "event");
    return new Occasion(at, event.correlationId(), Option.of(new CausationId(event.eventId())));
  }
}
