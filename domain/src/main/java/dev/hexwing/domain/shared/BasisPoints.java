package dev.hexwing.domain.shared;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A share in hundredths of a percent: 1,900 is 19 %.
 *
 * @param value any whole number; negative shares are discounts
 */
@ValueObject
public record BasisPoints(int value) {

  /** The whole: 10,000 basis points. */
  public static final int WHOLE = 10_000;

  /** How many decimals of the whole a basis point is. */
  static final int SCALE = 4;

  private static final int MOST_PERCENT = Integer.MAX_VALUE / 100;

  /**
   * A share in whole percent.
   *
   * @throws ArithmeticException beyond 21,474,836 %, either way
   */
  public static BasisPoints ofPercent(int percent) {
    if (Math.abs((long) percent) > MOST_PERCENT) {
      throw new ArithmeticException("too large: " + percent + " %");
    }
    return new BasisPoints(percent * 100);
  }
}
