package dev.hexwing.examples.droneshop.journeys;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;

/** The times within which shares of the customers were told that they had paid. */
final class Percentiles {

  private final long[] nanos;

  Percentiles(Collection<Journey> journeys) {
    nanos =
        journeys.stream()
            .map(Journey::confirmedAfter)
            .filter(Objects::nonNull)
            .mapToLong(Duration::toNanos)
            .sorted()
            .toArray();
  }

  /** By the nearest rank; zero if nobody was told. */
  Duration at(int percent) {
    if (nanos.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(percent / 100.0 * nanos.length);
    return Duration.ofNanos(nanos[Math.max(1, rank) - 1]);
  }
}
