package dev.hexwing.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks again until something is so, within ten seconds. */
final class Await {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Await() {}

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + LONGEST);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      if (new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody opens this latch");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
