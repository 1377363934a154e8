package dev.hexwing.examples.droneshop.journeys;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How a customer behaves, drawn from seed and number alone, so that the same seed gives the same
 * customers.
 *
 * @param tapsAnew whether one more tap comes with a key of its own
 * @param method how they pay at first
 * @param haste milliseconds between two taps
 */
record Temper(boolean tapsAnew, String method, int haste) {

  private static final double TAPS_ANEW = 0.2;
  private static final double IS_DECLINED = 0.05;
  private static final int MOST_HASTE = 30;
  private static final List<String> DECLINED_METHODS =
      List.of(
          "pm_card_chargeDeclined",
          "pm_card_chargeDeclinedInsufficientFunds",
          "pm_card_chargeDeclinedExpiredCard",
          "pm_card_chargeDeclinedLostCard");
  private static final List<String> GOOD_METHODS =
      List.of(Wish.GOOD_METHOD, Wish.GOOD_METHOD, "pm_card_mastercard", "pm_card_amex");

  static Temper of(SplittableRandom dice) {
    boolean tapsAnew = dice.nextDouble() < TAPS_ANEW;
    List<String> methods = dice.nextDouble() < IS_DECLINED ? DECLINED_METHODS : GOOD_METHODS;
    String method = methods.get(dice.nextInt(methods.size()));
    return new Temper(tapsAnew, method, dice.nextInt(MOST_HASTE));
  }

  static SplittableRandom dice(long seed, long number) {
    return new SplittableRandom(seed * 1_000_003 + number);
  }
}
