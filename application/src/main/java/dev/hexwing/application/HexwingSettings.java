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
 * @param retention how long what is over is kept
 */
public record HexwingSettings(
    PaymentTimes payments,
    DispatchPolicy dispatch,
    Duration recoveryInterval,
    Duration dispatchInterval,
    Retention retention) {

  /** What most teams want. */
  public static final HexwingSettings STANDARD =
      new HexwingSettings(
          PaymentTimes.STANDARD,
          DispatchPolicy.STANDARD,
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Retention.STANDARD);

  /** Refuses intervals that are not above zero with {@link IllegalArgumentException}. */
  public HexwingSettings {
    if (!recoveryInterval.isPositive() || !dispatchInterval.isPositive()) {
      throw new IllegalArgumentException("intervals must be above zero");
    }
  }

  /** The usual retention with these. */
  public HexwingSettings(
      PaymentTimes payments,
      DispatchPolicy dispatch,
      Duration recoveryInterval,
      Duration dispatchInterval) {
    this(payments, dispatch, recoveryInterval, dispatchInterval, Retention.STANDARD);
  }
}
