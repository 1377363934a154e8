package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.domain.shared.DomainEvent;

/** Carries nothing: events stay in the outbox, on every side alike. */
final class NoBroker implements MessageBroker {

  @Override
  public void subscribe(EventConsumer consumer) {
    // Nobody is served while payments are measured.
  }

  @Override
  public void publish(DomainEvent event) {
    throw new IllegalStateException("no relay runs");
  }

  @Override
  public void close() {
    // Nothing runs.
  }
}
