package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.KeyedRequest;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The intents that this node is carrying out, so that a repeated request need not ask the store
 * again and again when its first self runs next door.
 *
 * <p>Only a hint: the store alone knows the truth. Holds one entry for each call under way.
 */
final class RunningHere {

  private static final long POLL_MILLIS = 25;

  private final ConcurrentMap<String, CountDownLatch> running = new ConcurrentHashMap<>();

  /** Marks an intent as under way here until the mark is closed. */
  Mark mark(KeyedRequest request) {
    String name = name(request);
    CountDownLatch done = new CountDownLatch(1);
    running.put(name, done);
    return () -> {
      running.remove(name, done);
      done.countDown();
    };
  }

  /** A wait for an intent that is under way somewhere, for so long in all. */
  Wait waitFor(KeyedRequest request, Duration longest) {
    return new Wait(name(request), longest.toNanos());
  }

  private static String name(KeyedRequest request) {
    return request.scope().name() + '\n' + request.key().value();
  }

  /** Ends when closed. */
  interface Mark extends AutoCloseable {
    @Override
    void close();
  }

  /** One request's patience; the clock starts with the first wait. */
  final class Wait {

    private final String name;
    private long nanosLeft;

    private Wait(String name, long nanosLeft) {
      this.name = name;
      this.nanosLeft = nanosLeft;
    }

    /** Waits until it is worth looking again; false if patience has run out. */
    boolean forMore() {
      if (nanosLeft <= 0) {
        return false;
      }
      long before = System.nanoTime();
      CountDownLatch here = running.get(name);
      long most = here == null ? Math.min(nanosLeft, POLL_MILLIS * 1_000_000) : nanosLeft;
      boolean go = await(here == null ? new CountDownLatch(1) : here, most);
      nanosLeft -= System.nanoTime() - before;
      return go;
    }

    private static boolean await(CountDownLatch latch, long nanos) {
      try {
        latch.await(nanos, TimeUnit.NANOSECONDS);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
