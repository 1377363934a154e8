package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.persistence.Persistence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** From the first commit to the last handling, while writers store orders as fast as they can. */
final class EventsAtSpeed {

  private static final int WRITERS = 8;
  private static final int WARM_UPS = 8;
  private static final long LONGEST_SECONDS = 120;

  private EventsAtSpeed() {}

  /** Stores an order on behalf of one writer. */
  private interface Store {
    void store(Order order) throws Exception;
  }

  /** A way from commit to handler, and how many events a second went it in each round. */
  private record Way(String name, Callable<Double> round, List<Double> rates) {
    Way(String name, Callable<Double> round) {
      this(name, round, new ArrayList<>());
    }
  }

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int events = quick ? 400 : 10_000;
    int rounds = quick ? 1 : 20;
    try (HexwingDrain emptying = new HexwingDrain(database)) {
      emptying.empty();
    }
    Way byHand = new Way("writers and relay by hand", () -> byHand(database, events));
    List<Way> ways =
        List.of(
            byHand,
            new Way("the same writers, hexwing's relay", () -> relayAlone(database, events)),
            new Way("hexwing's unit of work and relay", () -> whole(database, events)));
    for (int turn = -WARM_UPS; turn < rounds; turn++) {
      // What one leaves for the server to tidy up is not always at the expense of the same one.
      for (Way way : turn % 2 == 0 ? ways : ways.reversed()) {
        double rate = way.round().call();
        if (turn >= 0) {
          way.rates().add(rate);
        }
      }
    }
    report.title("From commit to handler, " + WRITERS + " writers as fast as they can");
    report.row("", "events per second", "as a ratio of it by hand: median (least–most)");
    for (Way way : ways) {
      row(report, way.name(), way.rates(), byHand.rates());
    }
    report.note(
        "%d rounds of %,d orders with an event each in turns, after %d of warm-up; until the last is handled."
            .formatted(rounds, events, WARM_UPS));
  }

  private static void row(Report report, String what, List<Double> rates, List<Double> floor) {
    double[] ratios = new double[rates.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = rates.get(i) / floor.get(i);
    }
    report.row(
        what,
        "%,.0f".formatted(Spread.of(rates, rate -> rate).median()),
        Spread.of(ratios).toString());
  }

  /** Writers as by hand, so that what differs is the relay. */
  private static double relayAlone(BenchDatabase database, int events) throws Exception {
    List<PlainWriter> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(PlainWriter.ofSameRows(database));
    }
    try {
      return relayed(
          database,
          events,
          (persistence, queue) ->
              writers.stream()
                  .<Store>map(
                      writer ->
                          order -> {
                            writer.store(order);
                            queue.tell();
                          })
                  .toList());
    } finally {
      for (PlainWriter writer : writers) {
        writer.close();
      }
    }
  }

  private static double whole(BenchDatabase database, int events) throws Exception {
    return relayed(
        database,
        events,
        (persistence, queue) ->
            Collections.nCopies(
                WRITERS,
                order ->
                    persistence
                        .unitOfWork()
                        .execute(
                            stores -> {
                              stores.orders().save(order);
                              return order;
                            })));
  }

  private static double relayed(
      BenchDatabase database, int events, BiFunction<Persistence, ToldQueue, List<Store>> crew)
      throws Exception {
    database.settle();
    CountingConsumer counting = new CountingConsumer();
    counting.expect(events, new AtomicInteger());
    try (Persistence persistence = database.open();
        InProcessBroker broker = new InProcessBroker()) {
      List<Order> orders = orders(persistence, events);
      broker.subscribe(counting);
      ToldQueue queue = new ToldQueue(persistence.outboxQueue());
      List<Store> writers = crew.apply(persistence, queue);
      try (OutboxRelay relay = OutboxRelay.start(queue, broker, RelaySettings.STANDARD)) {
        long begun = System.nanoTime();
        write(orders, writers);
        counting.awaitAll();
        return events * 1e9 / (System.nanoTime() - begun);
      }
    }
  }

  private static double byHand(BenchDatabase database, int events) throws Exception {
    database.settle();
    AtomicInteger handled = new AtomicInteger();
    Semaphore news = new Semaphore(0);
    List<PlainWriter> connections = new ArrayList<>();
    try (Persistence persistence = database.open();
        PlainDrain relay = new PlainDrain(database, 100);
        ExecutorService relaying =
            Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("relay-by-hand").factory())) {
      List<Order> orders = orders(persistence, events);
      List<Store> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        PlainWriter writer = PlainWriter.ofPlainRows(database);
        connections.add(writer);
        writers.add(
            order -> {
              writer.store(order);
              news.release();
            });
      }
      long begun = System.nanoTime();
      Future<?> end =
          relaying.submit(
              () -> {
                while (handled.get() < events) {
                  if (relay.step(handled) == 0 && news.tryAcquire(500, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                  }
                }
                return handled;
              });
      write(orders, writers);
      end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      return events * 1e9 / (System.nanoTime() - begun);
    } finally {
      for (PlainWriter writer : connections) {
        writer.close();
      }
    }
  }

  private static List<Order> orders(Persistence persistence, int count) {
    List<Order> orders = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      orders.add(PlacedOrder.order(persistence));
    }
    return orders;
  }

  private static void write(List<Order> orders, List<Store> writers) throws Exception {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
      List<Future<?>> running = new ArrayList<>();
      for (Store writer : writers) {
        running.add(
            threads.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < orders.size();
                      i = next.getAndIncrement()) {
                    writer.store(orders.get(i));
                  }
                  return writer;
                }));
      }
      for (Future<?> end : running) {
        end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
    }
  }
}
