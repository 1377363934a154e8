package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.persistence.Persistence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long after its commit an event reaches its handler, while orders come at a steady pace. */
final class EventsInTime {

  private static final int WRITERS = 8;
  private static final int PER_SECOND = 500;
  private static final long LONGEST_SECONDS = 120;

  private EventsInTime() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int seconds = quick ? 1 : 20;
    measure(database, quick ? 1 : 5);
    database.settle();
    long[] micros = measure(database, seconds);
    report.title("From commit to handler, " + PER_SECOND + " orders a second");
    report.row("", "p50", "p90", "p99", "longest");
    report.row("hexwing", at(micros, 0.5), at(micros, 0.9), at(micros, 0.99), at(micros, 1));
    report.note(
        "%d writers for %d s on PostgreSQL, relay and in-process broker as the shop has them; from"
                .formatted(WRITERS, seconds)
            + " the return of the unit of work to the first line of the handler, 0 if it came"
            + " before.");
  }

  private static long[] measure(BenchDatabase database, int seconds) throws Exception {
    int events = seconds * PER_SECOND;
    List<Order> orders = new ArrayList<>(events);
    Arrival arrival = new Arrival(events);
    try (Persistence persistence = database.open();
        InProcessBroker broker = new InProcessBroker();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < events; i++) {
        orders.add(PlacedOrder.order(persistence));
      }
      broker.subscribe(arrival);
      try (OutboxRelay relay =
          OutboxRelay.start(persistence.outboxQueue(), broker, RelaySettings.STANDARD)) {
        long begun = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
          int first = writer;
          running.add(
              writers.submit(
                  () -> {
                    for (int i = first; i < events; i += WRITERS) {
                      awaitTurn(begun + i * (1_000_000_000L / PER_SECOND));
                      Order order = orders.get(i);
                      persistence
                          .unitOfWork()
                          .execute(
                              stores -> {
                                stores.orders().save(order);
                                return order;
                              });
                      arrival.committed.put(order.id().toString(), System.nanoTime());
                    }
                  }));
        }
        for (Future<?> end : running) {
          end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        if (!arrival.all.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(arrival.all.getCount() + " did not arrive");
        }
      }
    }
    return arrival.micros();
  }

  private static void awaitTurn(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static String at(long[] sorted, double share) {
    int index = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
    return "%.1f ms".formatted(sorted[index] / 1e3);
  }

  private static final class Arrival implements EventConsumer {

    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final Map<String, Long> handled = new ConcurrentHashMap<>();
    private final CountDownLatch all;

    Arrival(int events) {
      this.all = new CountDownLatch(events);
    }

    @Override
    public String name() {
      return "arrival";
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      handled.put(event.metadata().aggregateId(), System.nanoTime());
      all.countDown();
    }

    long[] micros() {
      long[] micros = new long[handled.size()];
      int i = 0;
      for (Map.Entry<String, Long> entry : handled.entrySet()) {
        Long commit = committed.get(entry.getKey());
        if (commit == null) {
          throw new IllegalStateException("an event without a commit: " + entry.getKey());
        }
        micros[i++] = Math.max(0, entry.getValue() - commit) / 1_000;
      }
      Arrays.sort(micros);
      return micros;
    }
  }
}
