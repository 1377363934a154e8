package dev.hexwing.messaging;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A broker within one process: takes an event over by having every consumer handle it.
 *
 * <p>It keeps nothing, so it returns only when all have; if one fails, the others still get theirs,
 * and the event comes again for all, who know it by its id. Safe for use by any number of threads.
 */
public final class InProcessBroker implements MessageBroker {

  private final List<EventConsumer> consumers = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  @Override
  public void subscribe(EventConsumer consumer) {
    if (consumers.stream().anyMatch(other -> other.name().equals(consumer.name()))) {
      throw new IllegalArgumentException("two consumers are called " + consumer.name());
    }
    consumers.add(consumer);
  }

  @Override
  public void publish(DomainEvent event) {
    if (closed) {
      throw new IllegalStateException("the broker is closed");
    }
    RuntimeException failure = null;
    for (EventConsumer consumer : consumers) {
      if (consumer.wants(event)) {
        try (LogContext context = LogContext.of(event.correlationId(), LogContext.trace())) {
          consumer.on(event);
        } catch (RuntimeException e) {
          RuntimeException named =
              new IllegalStateException(consumer.name() + " could not handle the event", e);
          if (failure == null) {
            failure = named;
          } else {
            failure.addSuppressed(named);
          }
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
