package dev.hexwing.application.testkit;

import dev.hexwing.application.payments.ProcessorCapabilities;
import java.time.Duration;

/** How real processors differ in what they promise about a request that comes again. */
public enum ProcessorFamily {
  /** The first answer under a name is given again for a day, errors included, as Stripe does. */
  REPLAYS_EVERYTHING(Duration.ofDays(1), true),
  /**
   * Only a success is given again; after a decline or an error the request is carried out anew, as
   * Checkout.com does. So a request may be repeated only if it certainly had no effect.
   */
  STORES_SUCCESSES(Duration.ZERO, true),
  /** Answers are given again for a day, and nothing can be looked up by our own name. */
  NO_LOOK_UP(Duration.ofDays(1), false),
  /** Every request is carried out, whatever its name; what happened can be looked up. */
  NO_KEYS(Duration.ZERO, true);

  private static final Duration SETTLING = Duration.ofSeconds(5);

  private final Duration replaysFor;
  private final boolean looksUp;

  ProcessorFamily(Duration replaysFor, boolean looksUp) {
    this.replaysFor = replaysFor;
    this.looksUp = looksUp;
  }

  /** What a processor of this family promises; its look-ups see everything after five seconds. */
  public ProcessorCapabilities capabilities() {
    return new ProcessorCapabilities(replaysFor, SETTLING, looksUp);
  }

  /** Whether an answer is kept under the request's name, to be given again. */
  boolean keeps(boolean success) {
    return switch (this) {
      case REPLAYS_EVERYTHING, NO_LOOK_UP -> true;
      case STORES_SUCCESSES -> success;
      case NO_KEYS -> false;
    };
  }
}
