package dev.hexwing.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Work at a steady pace, on a few threads. */
final class Pace {

  static final int WRITERS = 8;
  static final int PER_SECOND = 500;

  private static final long LONGEST_SECONDS = 120;

  private Pace() {}

  /** Does one item. */
  interface Work {
    void on(int item) throws Exception;
  }

  /** Begins each item when its turn comes, and returns when all are done. */
  static void keep(int items, Work work) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      long begun = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer;
        running.add(
            writers.submit(
                () -> {
                  for (int i = first; i < items; i += WRITERS) {
                    awaitTurn(begun + i * (1_000_000_000L / PER_SECOND));
                    work.on(i);
                  }
                  return null;
                }));
      }
      for (Future<?> end : running) {
        end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private static void awaitTurn(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
