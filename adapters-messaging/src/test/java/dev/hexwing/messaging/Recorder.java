package dev.hexwing.messaging;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A consumer that notes what it took, after doing what the test wants done first. */
final class Recorder implements EventConsumer {

  private final String name;
  private final Consumer<DomainEvent> first;
  private final List<DomainEvent> taken = new CopyOnWriteArrayList<>();

  Recorder(String name, Consumer<DomainEvent> first) {
    this.name = name;
    this.first = first;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean wants(DomainEvent event) {
    return true;
  }

  @Override
  public void on(DomainEvent event) {
    first.accept(event);
    taken.add(event);
  }

  List<DomainEvent> taken() {
    return taken;
  }

  List<Long> versionsOf(String aggregateId) {
    return taken.stream()
        .filter(event -> event.aggregateId().equals(aggregateId))
        .map(event -> event.version().value())
        .toList();
  }
}
