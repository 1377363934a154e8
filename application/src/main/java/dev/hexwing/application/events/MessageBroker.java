package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Carries events from those whom they happened to, to those who wait for them, at least once each.
 *
 * <p>Every consumer that wants an event gets it, with the event's intent and the trace that it was
 * published in in the log context, and gets it again later if it throws; meanwhile it gets no later
 * event of that aggregate, and the other consumers get theirs. Whoever publishes keeps to one event
 * of an aggregate at a time, in the order of their versions. Safe for use by any number of threads.
 */
@SecondaryPort
public interface MessageBroker extends AutoCloseable {

  /**
   * Adds somebody who waits for events; to be called before the first event is published.
   *
   * @throws IllegalArgumentException if another consumer has the same name
   */
  void subscribe(EventConsumer consumer);

  /**
   * Takes an event over; on return the broker answers for its delivery.
   *
   * @throws UnpublishableEvent if it never will; publishing it again is of no use
   * @throws IllegalStateException if the broker is closed
   * @throws RuntimeException if it did not take it over, or if that is not known; the caller
   *     publishes it again later
   */
  void publish(DomainEvent event);

  /** Stops in order: no event is delivered after it returns. Closing again does nothing. */
  @Override
  void close();
}
