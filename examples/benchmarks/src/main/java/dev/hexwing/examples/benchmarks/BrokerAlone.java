package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Events published and handled through a broker's adapter, with no outbox and no database. */
final class BrokerAlone implements Drain {

  private static final long LONGEST_SECONDS = 120;

  private final BenchDatabase database;
  private final MessageBroker broker;
  private final CountingConsumer counting;
  private final int atOnce;
  private final List<DomainEvent> events = new ArrayList<>();

  /** Publishes to a broker that the consumer is subscribed to, so many events at once. */
  BrokerAlone(BenchDatabase database, MessageBroker broker, CountingConsumer counting, int atOnce) {
    this.database = database;
    this.broker = broker;
    this.counting = counting;
    this.atOnce = atOnce;
  }

  @Override
  public String name() {
    return "hexwing's adapter alone";
  }

  @Override
  public void fill(int count) {
    events.clear();
    try (var persistence = database.open()) {
      for (int i = 0; i < count; i++) {
        events.addAll(PlacedOrder.order(persistence).drainEvents());
      }
    }
  }

  @Override
  public void run(int count, AtomicInteger handled) throws Exception {
    counting.expect(count, handled);
    Semaphore slots = new Semaphore(atOnce);
    List<Future<?>> published = new ArrayList<>(count);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (DomainEvent event : events) {
        slots.acquire();
        published.add(
            threads.submit(
                () -> {
                  try {
                    broker.publish(event);
                  } finally {
                    slots.release();
                  }
                }));
      }
      for (Future<?> one : published) {
        one.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
    }
    counting.awaitAll();
  }

  @Override
  public void close() {}
}
