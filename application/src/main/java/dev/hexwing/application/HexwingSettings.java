package dev.hexwing.application;

import dev.hexwing.application.payments.PaymentTimes;
import dev.hexwing.domain.delivery.DispatchPolicy;
import java.time.Duration;

/**
 * How the application behaves where a team may choose.
 *
 * @param payments how long things may take on the way of a payment
 * @param dispatch what is asked of a drone before and during a flight
 * @param recoveryInterval how often unknown outcomes are looked for
 * @param dispatchInterval how often drones are looked for, beside every time one becomes fit
 */
public record HexwingSettings(
    PaymentTimes payments,
    DispatchPolicy dispatch,
    Duration recoveryInterval,
    Duration dispatchInterval) {

  /** What most teams want. */
  public static final HexwingSettings STANDARD =
      new HexwingSettings(
          PaymentTimes.STANDARD,
          DispatchPolicy.STANDARD,
          Duration.ofMillis(500),
          Duration.ofSeconds(2));

  /** Refuses intervals that are not above zero with {@link IllegalArgumentException}. */
  public HexwingSettings {
    if (!recoveryInterval.isPositive() || !dispatchInterval.isPositive()) {
      throw new IllegalArgumentException("intervals must be above zero");
    }
  }
}
