package dev.hexwing.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** So much work, done as fast as some threads can, and how long each item took. */
final class Round {

  private final long nanos;
  private final long[] sortedLatencies;

  private Round(long nanos, long... sortedLatencies) {
    this.nanos = nanos;
    this.sortedLatencies = sortedLatencies;
  }

  /** Works through the items from one on; each thread takes the next as soon as it is free. */
  static Round run(List<Side.Worker> workers, int first, int count) throws Exception {
    AtomicInteger next = new AtomicInteger(first);
    CountDownLatch start = new CountDownLatch(1);
    long[] latencies = new long[count];
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Side.Worker worker : workers) {
      tasks.add(
          () -> {
            start.await();
            for (int item = next.getAndIncrement();
                item < first + count;
                item = next.getAndIncrement()) {
              long begun = System.nanoTime();
              worker.work(item);
              latencies[item - first] = System.nanoTime() - begun;
            }
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      List<Future<Void>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(threads.submit(task)));
      long begun = System.nanoTime();
      start.countDown();
      for (Future<Void> future : running) {
        future.get();
      }
      long nanos = System.nanoTime() - begun;
      Arrays.sort(latencies);
      return new Round(nanos, latencies);
    }
  }

  /** From the first start to the last end. */
  long nanos() {
    return nanos;
  }

  double perSecond() {
    return sortedLatencies.length * 1e9 / nanos;
  }

  double percentileMicros(double share) {
    int index = (int) Math.ceil(share * sortedLatencies.length) - 1;
    return sortedLatencies[Math.max(0, index)] / 1e3;
  }
}
