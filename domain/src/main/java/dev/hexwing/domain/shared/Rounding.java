package dev.hexwing.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds as {@link RoundingMode} says, without leaving 64 bits. */
final class Rounding {

  private static final int MOST_DIGITS = 18;
  private static final long[] POWERS = powers();

  private Rounding() {}

  /** Whether digits and decimals of a ratio fit into 64 bits each. */
  static boolean isSmall(BigDecimal ratio) {
    return ratio.scale() >= 0 && ratio.scale() <= MOST_DIGITS && ratio.precision() <= MOST_DIGITS;
  }

  /**
   * The last decimals of a figure rounded away.
   *
   * @param figure counted in units of the last decimal
   * @param decimals 0 to 18
   */
  static long quotient(long figure, int decimals, RoundingMode rounding) {
    long divisor = POWERS[decimals];
    long cut = figure / divisor;
    long rest = Math.abs(figure % divisor);
    if (rest == 0) {
      return cut;
    }
    boolean away =
        switch (rounding) {
          case UNNECESSARY ->
              throw new ArithmeticException(
                  "rounding is needed: " + BigDecimal.valueOf(figure, decimals));
          case UP -> true;
          case DOWN -> false;
          case CEILING -> figure > 0;
          case FLOOR -> figure < 0;
          case HALF_UP -> rest * 2 >= divisor;
          case HALF_DOWN -> rest * 2 > divisor;
          case HALF_EVEN -> rest * 2 > divisor || (rest * 2 == divisor && (cut & 1) == 1);
        };
    return away ? cut + Long.signum(figure) : cut;
  }

  private static long[] powers() {
    long[] powers = new long[MOST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
