package dev.hexwing.application.payments;

import java.time.Duration;

/**
 * How long things may take on the way of a payment.
 *
 * @param join how long a repeated request waits for the first one
 * @param lease how long an intent is its owner's; longer than the processor can take to answer
 * @param firstLook how soon an unknown outcome is looked into; doubled with each look
 * @param lastLook the longest time between two looks
 * @param looks after so many looks the intent is handed to a person
 * @param retryAfter when a client is told to ask again
 */
public record PaymentTimes(
    Duration join,
    Duration lease,
    Duration firstLook,
    Duration lastLook,
    int looks,
    Duration retryAfter) {

  /** Join for 2 s, hold for 20 s, look from 250 ms up to a minute apart, 30 times. */
  public static final PaymentTimes STANDARD =
      new PaymentTimes(
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofMillis(250),
          Duration.ofMinutes(1),
          30,
          Duration.ofSeconds(1));

  /** Refuses times that are not above zero with {@link IllegalArgumentException}. */
  public PaymentTimes {
    if (!(join.isPositive()
        && lease.isPositive()
        && firstLook.isPositive()
        && lastLook.isPositive()
        && retryAfter.isPositive()
        && looks > 0)) {
      throw new IllegalArgumentException("times must be above zero");
    }
  }

  /**
   * When to look the next time: doubling, and spread by up to a quarter so that many payments of
   * one outage do not come back at one moment. The spread is drawn from the seed, so it needs no
   * dice.
   */
  Duration nextLook(int attempts, int seed) {
    long doubled = firstLook.toMillis() << Math.min(attempts, 20);
    long bounded = Math.min(doubled, lastLook.toMillis());
    long spread = Math.floorMod(seed * 31 + attempts * 7919, 1000) * bounded / 4000;
    return Duration.ofMillis(bounded + spread);
  }
}
