package dev.hexwing.application.testkit;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A broker that delivers in the caller's own thread, when the caller says so: {@link #drain} does
 * at once, and in a repeatable order, what a relay does in the background.
 */
public final class DirectBroker implements MessageBroker {

  private static final int AT_ONCE = 100;
  private static final int MOST_ROUNDS = 10_000;

  private final List<EventConsumer> consumers = new CopyOnWriteArrayList<>();

  @Override
  public void subscribe(EventConsumer consumer) {
    consumers.add(consumer);
  }

  @Override
  public void publish(DomainEvent event) {
    consumers.stream()
        .filter(consumer -> consumer.wants(event))
        .forEach(consumer -> consumer.on(event));
  }

  private void bring(OutboxMessage message) {
    try (LogContext context = LogContext.of(message.correlationId(), message.trace())) {
      publish(message.event());
    }
  }

  @Override
  public void close() {
    consumers.clear();
  }

  /**
   * Publishes all that the outbox holds, and all that comes of it, until nothing is left.
   *
   * @return how many events were published
   */
  public int drain(OutboxQueue outbox) {
    int published = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<OutboxMessage> claimed = outbox.claim(AT_ONCE, Duration.ofSeconds(30));
      if (claimed.isEmpty()) {
        return published;
      }
      claimed.forEach(this::bring);
      outbox.markSent(claimed);
      published += claimed.size();
    }
    throw new IllegalStateException("events without end");
  }
}
