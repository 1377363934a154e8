package dev.hexwing.examples.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast events leave the outbox. */
final class EventsReport {

  /** Whoever is that much slower gets that much less to do. */
  private static final int FEWER = 20;

  private EventsReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    keepTemplate(database);
    drain(database, quick, report);
    KafkaReport.run(database, quick, report);
    EventsOverHistory.run(database, quick, report);
    EnqueueReport.run(database, quick, report);
    EventsAtSpeed.run(database, quick, report);
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
    int pairs = quick ? 1 : 7;
    int warmUps = quick ? 1 : 12;
    try (HexwingDrain ours = new HexwingDrain(database);
        PlainDrain floor = new PlainDrain(database, 100);
        PlainDrain oneByOne = new PlainDrain(database, 1);
        PeerDrain transactionOutbox = new PeerDrain("transaction-outbox", database);
        PeerDrain withThreads = new PeerDrain("transaction-outbox, 8 threads", database);
        PeerDrain springModulith = new PeerDrain("spring-modulith", database)) {
      List<Drain> drains =
          List.of(ours, floor, oneByOne, transactionOutbox, withThreads, springModulith);
      List<List<Double>> rates = new ArrayList<>();
      drains.forEach(drain -> rates.add(new ArrayList<>()));
      for (int turn = -warmUps; turn < pairs; turn++) {
        for (int i = 0; i < drains.size(); i++) {
          double rate = rate(database, drains.get(i), i < 2 ? events : events / FEWER);
          if (turn >= 0) {
            rates.get(i).add(rate);
          }
        }
      }
      report.title("A backlog of " + events + " events, to a handler that does nothing");
      report.row("", "events per second", "hexwing, as a ratio of it: median (least–most)");
      for (int i = 0; i < drains.size(); i++) {
        row(report, drains.get(i), rates.get(i), rates.getFirst());
      }
      report.note(
          "%d rounds of each in turns, after %d of warm-up; all but the first two had a twentieth of the events."
              .formatted(pairs, warmUps));
    }
  }

  static double rate(BenchDatabase database, Drain drain, int events) throws Exception {
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

  static void row(Report report, Drain drain, List<Double> rates, List<Double> ours) {
    double[] ratios = new double[rates.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i) / rates.get(i);
    }
    report.row(
        drain.name(),
        "%,.0f".formatted(Spread.of(rates, rate -> rate).median()),
        Spread.of(ratios).toString());
  }
}
