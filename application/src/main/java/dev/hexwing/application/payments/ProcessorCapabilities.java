package dev.hexwing.application.payments;

import java.time.Duration;

/**
 * What a processor promises; recovery reads it, because processors differ.
 *
 * @param replaysFor how long asking again with the same name is answered without a second effect;
 *     zero if never
 * @param settlingTime how long after a request a look-up may still miss it
 * @param looksUp whether a charge or refund can be looked up by our own name of it
 */
public record ProcessorCapabilities(Duration replaysFor, Duration settlingTime, boolean looksUp) {

  /** Refuses negative times with {@link IllegalArgumentException}. */
  public ProcessorCapabilities {
    if (replaysFor.isNegative() || settlingTime.isNegative()) {
      throw new IllegalArgumentException("times must not be negative");
    }
  }

  /** A processor at which everything can be looked up. */
  public ProcessorCapabilities(Duration replaysFor, Duration settlingTime) {
    this(replaysFor, settlingTime, true);
  }
}
