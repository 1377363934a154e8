package dev.hexwing.examples.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/** The same backlog over ever more that was sent, and the heap over ever more that waits. */
final class EventsOverHistory {

  private EventsOverHistory() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int events = quick ? 400 : 10_000;
    int[] sizes = quick ? new int[] {100, 1_000} : new int[] {1_000, 10_000, 100_000, 1_000_000};
    try (HexwingDrain ours = new HexwingDrain(database)) {
      ours.empty();
      EventsReport.rate(database, ours, events);
      ours.file();
      report.title(events + " events over a history of those that were sent");
      report.row("sent before", "sent per second", "filed per second", "heap in use, MiB");
      for (int size : sizes) {
        ours.fillHistory(
            size - Integer.parseInt(database.ask("select last_place from event_history_extent")));
        double sent = EventsReport.rate(database, ours, events);
        long begun = System.nanoTime();
        long filed = ours.file();
        double perSecond = filed * 1e9 / (System.nanoTime() - begun);
        report.row(
            "%,d".formatted(size),
            "%,.0f".formatted(sent),
            "%,.0f".formatted(perSecond),
            "%,d".formatted(heapMiB()));
      }
      int waiting = sizes[sizes.length - 1];
      ours.fill(waiting);
      database.settle();
      long begun = System.nanoTime();
      ours.run(events, new AtomicInteger());
      double seconds = (System.nanoTime() - begun) / 1e9;
      report.row(
          "and %,d waiting".formatted(waiting),
          "%,.0f".formatted(events / seconds),
          "",
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
