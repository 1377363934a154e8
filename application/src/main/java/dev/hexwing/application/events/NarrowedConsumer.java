package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;

/** A consumer that hears of what its beginning names, and of nothing else. */
record NarrowedConsumer(EventConsumer consumer, Beginning named) implements EventConsumer {

  @Override
  public String name() {
    return consumer.name();
  }

  @Override
  public PoisonPolicy poisonPolicy() {
    return consumer.poisonPolicy();
  }

  @Override
  public Option<Beginning> beginning() {
    return Option.some(named);
  }

  @Override
  public boolean wants(DomainEvent event) {
    return named.covers(event) && consumer.wants(event);
  }

  @Override
  public void on(DomainEvent event) {
    consumer.on(event);
  }
}
