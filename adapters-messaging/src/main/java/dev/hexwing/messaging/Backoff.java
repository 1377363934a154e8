package dev.hexwing.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait between tries: doubled with each failure up to a longest time, and shortened by
 * chance to as little as half, so that many who failed together do not come back together.
 *
 * @param first after the first failure
 * @param last the longest
 */
public record Backoff(Duration first, Duration last) {

  private static final int MOST_DOUBLINGS = 20;

  /** Refuses times that are not above zero with {@link IllegalArgumentException}. */
  public Backoff {
    if (!first.isPositive() || !last.isPositive()) {
      throw new IllegalArgumentException("times between tries must be above zero");
    }
  }

  /** How long to wait after so many failures before this one. */
  public Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
    long longest = Math.max(1, Math.min(doubled, last.toMillis()));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest) + 1);
  }
}
