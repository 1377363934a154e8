package dev.hexwing.persistence;

import java.time.Duration;

/** Durations as whole microseconds, the finest that both databases keep. */
final class Durations {

  private Durations() {}

  static long toMicros(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1_000);
  }
}
