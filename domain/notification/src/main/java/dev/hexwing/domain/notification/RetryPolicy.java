package dev.hexwing.domain.notification;

import java.time.Duration;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * How often and how soon a message is sent again, and when a subscriber is left in peace.
 *
 * @param firstDelay the wait after the first failure; each further wait is twice as long
 * @param longestDelay no wait is longer; at least the first, at most 30 days
 * @param mostAttempts after so many failures a message is abandoned, 1 to 1,000
 * @param failuresBeforePause after so many failures in a row a subscriber is paused, at least 1
 */
@ValueObject
public record RetryPolicy(
    Duration firstDelay, Duration longestDelay, int mostAttempts, int failuresBeforePause) {

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int MOST = 1_000;

  /** 10 seconds, doubling up to an hour, 30 attempts: about a day; a pause after 100 failures. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(Duration.ofSeconds(10), Duration.ofHours(1), 30, 100);

  /** Refuses other figures with {@link IllegalArgumentException}. */
  public RetryPolicy {
    Objects.requireNonNull(firstDelay, "firstDelay");
    Objects.requireNonNull(longestDelay, "longestDelay");
    if (firstDelay.isNegative()
        || firstDelay.isZero()
        || longestDelay.compareTo(firstDelay) < 0
        || longestDelay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "delays must rise from above zero to 30 days: " + firstDelay + ", " + longestDelay);
    }
    if (mostAttempts < 1 || mostAttempts > MOST) {
      throw new IllegalArgumentException("mostAttempts must be 1 to 1000: " + mostAttempts);
    }
    if (failuresBeforePause < 1) {
      throw new IllegalArgumentException(
          "failuresBeforePause must be at least 1: " + failuresBeforePause);
    }
  }

  /**
   * The wait after so many failures; the sender may add jitter of its own.
   *
   * @param failures at least 1
   */
  public Duration delayAfter(int failures) {
    Duration delay = firstDelay;
    for (int i = 1; i < failures && delay.compareTo(longestDelay) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
  }
}
