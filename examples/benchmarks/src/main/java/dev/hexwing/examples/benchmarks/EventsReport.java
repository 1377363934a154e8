package dev.hexwing.examples.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast events leave the outbox. */
final class EventsReport {

  private static final int ROWS_OF_ONE_BY_ONE = 20;

  private EventsReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    keepTemplate(database);
    drain(database, quick, report);
    history(database, quick, report);
    EventsInTime.run(database, quick, report);
  }

  /** An event as the shop stores it, from which backlogs are made. */
  private static void keepTemplate(BenchDatabase database) throws SQLException {
    PlacedOrder.place(database, 1);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists payment_templates");
      statement.execute("create table payment_templates as select type, data from outbox limit 1");
      statement.execute("delete from outbox");
    }
  }

  private static void drain(BenchDatabase database, boolean quick, Report report) throws Exception {
    int events = quick ? 400 : 20_000;
    int pairs = quick ? 1 : 5;
    try (HexwingDrain ours = new HexwingDrain(database);
        PlainDrain floor = new PlainDrain(database, 100);
        PlainDrain oneByOne = new PlainDrain(database, 1)) {
      List<Double> ourRates = new ArrayList<>();
      List<Double> floorRates = new ArrayList<>();
      List<Double> slowRates = new ArrayList<>();
      for (int turn = -1; turn < pairs; turn++) {
        double our = rate(database, ours, events);
        double plain = rate(database, floor, events);
        double slow = rate(database, oneByOne, events / ROWS_OF_ONE_BY_ONE);
        if (turn >= 0) {
          ourRates.add(our);
          floorRates.add(plain);
          slowRates.add(slow);
        }
      }
      report.title("A backlog of " + events + " events, to a handler that does nothing");
      report.row("", "events per second", "hexwing, as a ratio of it: median (least–most)");
      row(report, ours, ourRates, ourRates);
      row(report, floor, floorRates, ourRates);
      row(report, oneByOne, slowRates, ourRates);
      report.note(
          "%d rounds of each in turns, after one of warm-up; row by row a twentieth of the events."
              .formatted(pairs));
    }
  }

  private static double rate(BenchDatabase database, Drain drain, int events) throws Exception {
    drain.fill(events);
    database.settle();
    AtomicInteger handled = new AtomicInteger();
    long begun = System.nanoTime();
    drain.run(events, handled);
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (handled.get() != events) {
      throw new IllegalStateException(
          drain.name() + " handled " + handled + " instead of " + events);
    }
    return events / seconds;
  }

  private static void row(Report report, Drain drain, List<Double> rates, List<Double> ours) {
    double[] ratios = new double[rates.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i) / rates.get(i);
    }
    report.row(
        drain.name(),
        "%,.0f".formatted(Spread.of(rates, rate -> rate).median()),
        Spread.of(ratios).toString());
  }

  /** The same backlog over ever more that was sent, and the heap over ever more that waits. */
  private static void history(BenchDatabase database, boolean quick, Report report)
      throws Exception {
    int events = quick ? 400 : 10_000;
    int[] sizes = quick ? new int[] {100, 1_000} : new int[] {1_000, 100_000, 1_000_000};
    try (HexwingDrain ours = new HexwingDrain(database)) {
      ours.empty();
      rate(database, ours, events);
      report.title(events + " events over a history of those that were sent");
      report.row("sent before", "events per second", "heap in use at the end, MiB");
      int before = 0;
      ours.empty();
      for (int size : sizes) {
        ours.fillHistory(size - before);
        double rate = rate(database, ours, events);
        report.row("%,d".formatted(size), "%,.0f".formatted(rate), "%,d".formatted(heapMiB()));
        before = size + events;
      }
      ours.empty();
      int waiting = sizes[sizes.length - 1];
      ours.fill(waiting);
      database.settle();
      long begun = System.nanoTime();
      ours.run(events, new AtomicInteger());
      double seconds = (System.nanoTime() - begun) / 1e9;
      report.row(
          "none, %,d waiting".formatted(waiting),
          "%,.0f".formatted(events / seconds),
          "%,d".formatted(heapMiB()));
      ours.empty();
    }
  }

  private static long heapMiB() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
