package dev.hexwing.application.events;

import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.util.Objects;

/**
 * A message that a consumer did not take.
 *
 * @param consumer the consumer's stable name
 * @param name what the message is known by: the event's id, or its place at the broker if it has
 *     none; 1 to 300 characters
 * @param event the event as far as it could be read; none if it has no name of its own
 * @param payload what came, as text, if it could not be read; empty otherwise
 * @param correlationId the customer intent that it belongs to, if it says so
 * @param reason why it was not taken, for a person
 * @param attempts how often it was tried
 */
public record Undelivered(
    String consumer,
    String name,
    Option<EventRecord> event,
    String payload,
    Option<CorrelationId> correlationId,
    String reason,
    int attempts) {

  /** Refuses absent parts. */
  public Undelivered {
    Objects.requireNonNull(consumer, "consumer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(reason, "reason");
  }

  /** An event that a consumer did not take. */
  public static Undelivered of(String consumer, DomainEvent event, String reason, int attempts) {
    return new Undelivered(
        consumer,
        event.eventId().value(),
        Option.some(EventRecords.toRecord(event)),
        "",
        Option.some(event.correlationId()),
        reason,
        attempts);
  }
}
