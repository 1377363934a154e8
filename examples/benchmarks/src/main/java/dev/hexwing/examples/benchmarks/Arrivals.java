package dev.hexwing.examples.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When each of some events set out, and when it arrived. Safe for use by any number of threads. */
final class Arrivals {

  private static final long LONGEST_SECONDS = 120;

  private final Map<String, Long> setOut = new ConcurrentHashMap<>();
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private volatile CountDownLatch all = new CountDownLatch(0);

  /** From now on so many are to come, and what came before counts no more. */
  void expect(int events) {
    setOut.clear();
    arrived.clear();
    all = new CountDownLatch(events);
  }

  void setOut(String event) {
    setOut.put(event, System.nanoTime());
  }

  void arrived(String event) {
    if (arrived.putIfAbsent(event, System.nanoTime()) == null) {
      all.countDown();
    }
  }

  void awaitAll() throws InterruptedException {
    if (!all.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(all.getCount() + " did not arrive");
    }
  }

  /**
   * How long each was under way, the shortest first; 0 if it came before it was seen to set out.
   */
  long[] micros() {
    long[] micros = new long[arrived.size()];
    int i = 0;
    for (Map.Entry<String, Long> arrival : arrived.entrySet()) {
      Long began = setOut.get(arrival.getKey());
      if (began == null) {
        throw new IllegalStateException("nobody sent " + arrival.getKey());
      }
      micros[i++] = Math.max(0, arrival.getValue() - began) / 1_000;
    }
    Arrays.sort(micros);
    return micros;
  }
}
