package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Carries events from those whom they happened to, to those who wait for them, at least once each.
 */
@SecondaryPort
public interface MessageBroker extends AutoCloseable {

  /** Adds somebody who waits for events; to be called before the first event is published. */
  void subscribe(EventConsumer consumer);

  /**
   * Takes an event over; on return the broker answers for its delivery.
   *
   * @throws RuntimeException if it did not take it over; the caller publishes it again later
   */
  void publish(DomainEvent event);

  /** Stops in order: no event is delivered after it returns. */
  @Override
  void close();
}
