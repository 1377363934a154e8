package dev.hexwing.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The same backlog over ever more that was sent, and the heap over ever more that waits. */
final class EventsOverHistory {

  private EventsOverHistory() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int events = quick ? 400 : 10_000;
    int rounds = quick ? 1 : 7;
    int[] sizes = quick ? new int[] {100, 1_000} : new int[] {1_000, 10_000, 100_000, 1_000_000};
    try (HexwingDrain ours = new HexwingDrain(database)) {
      for (int round = 0; round < rounds; round++) {
        ours.empty();
        EventsReport.rate(database, ours, events);
        ours.file();
      }
      report.title(events + " events over a history of those that were sent");
      report.row(
          "sent before",
          "sent per second: median (least–most)",
          "filed per second",
          "heap in use, MiB");
      for (int size : sizes) {
        ours.fillHistory(size);
        List<Double> sent = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          ours.empty();
          sent.add(EventsReport.rate(database, ours, events));
        }
        long begun = System.nanoTime();
        long filed = ours.file();
        double perSecond = filed * 1e9 / (System.nanoTime() - begun);
        row(report, "%,d".formatted(size), sent, "%,.0f".formatted(perSecond));
      }
      int waiting = sizes[sizes.length - 1];
      ours.fill(waiting);
      List<Double> sent = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        database.settle();
        long begun = System.nanoTime();
        ours.run(events, new AtomicInteger());
        sent.add(events * 1e9 / (System.nanoTime() - begun));
      }
      row(report, "and %,d waiting".formatted(waiting), sent, "");
      report.note("%d rounds of each, after as many of warm-up.".formatted(rounds));
      ours.empty();
    }
  }

  private static void row(Report report, String before, List<Double> sent, String filed) {
    Spread rates = Spread.of(sent, rate -> rate);
    report.row(
        before,
        "%,.0f (%,.0f–%,.0f)".formatted(rates.median(), rates.least(), rates.most()),
        filed,
        "%,d".formatted(heapMiB()));
  }

  private static long heapMiB() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
