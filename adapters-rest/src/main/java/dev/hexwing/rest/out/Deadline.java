package dev.hexwing.rest.out;

import java.time.Duration;

/**
 * The moment by which an operation must be over, however many calls it takes.
 *
 * @param nanos on the scale of {@link System#nanoTime}
 */
record Deadline(long nanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Nanoseconds that are left; zero or less once it is over. */
  long left() {
    return nanos - System.nanoTime();
  }
}
