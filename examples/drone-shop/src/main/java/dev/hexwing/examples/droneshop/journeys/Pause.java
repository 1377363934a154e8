package dev.hexwing.examples.droneshop.journeys;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, always with an end to it. */
final class Pause {

  private Pause() {}

  static void of(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      Thread.sleep(time);
    }
  }

  /** Doubling from 20 ms up to half a second. */
  static Duration beforeTry(int attempt) {
    return Duration.ofMillis(Math.min(500, 10L << Math.min(attempt, 6)));
  }

  /** Looks again and again until something holds or the time is over; whether it holds. */
  static boolean until(Duration patience, Duration between, BooleanSupplier holds)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      of(between);
    }
    return true;
  }
}
