package dev.hexwing.application.events;

import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.UnreadableEvent;
import io.vavr.control.Option;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * An event on its way out, in the hands of one relay for a while.
 *
 * <p>What was stored is read when it is asked for, by whoever publishes it: the one who claims does
 * not wait for that, and an event that cannot be read holds up nobody else's. Immutable, safe for
 * use by any number of threads.
 */
public final class OutboxMessage {

  private final EventId eventId;
  private final CorrelationId correlationId;
  private final Claim claim;
  private final Option<TraceParent> trace;
  private final Supplier<DomainEvent> stored;

  /**
   * A message of a claim.
   *
   * @param correlationId the tap that started it
   * @param trace the trace of the tap that started it, if it is known
   * @param stored reads what was stored; may be asked any number of times, by any thread
   */
  public OutboxMessage(
      EventId eventId,
      CorrelationId correlationId,
      Claim claim,
      Option<TraceParent> trace,
      Supplier<DomainEvent> stored) {
    this.eventId = Objects.requireNonNull(eventId, "eventId");
    this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    this.claim = Objects.requireNonNull(claim, "claim");
    this.trace = Objects.requireNonNull(trace, "trace");
    this.stored = Objects.requireNonNull(stored, "stored");
  }

  /** Which event. */
  public EventId eventId() {
    return eventId;
  }

  /** The tap that started it. */
  public CorrelationId correlationId() {
    return correlationId;
  }

  /** By which it is in the relay's hands. */
  public Claim claim() {
    return claim;
  }

  /** The trace of the tap that started it, if it is known. */
  public Option<TraceParent> trace() {
    return trace;
  }

  /**
   * What happened.
   *
   * @throws UnreadableEvent if what was stored is of a type that this release does not know, or
   *     lacks a fact
   * @throws RuntimeException if what was stored is damaged
   */
  public DomainEvent event() {
    return stored.get();
  }

  /**
   * A relay's right to an event.
   *
   * @param position where the event waits in the outbox
   * @param token a later claim of the same event has a greater one
   * @param attempts how often publishing the event has failed before
   */
  public record Claim(long position, long token, int attempts) {}
}
