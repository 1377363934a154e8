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

  /** A share in whole percent. */
  public static BasisPoints ofPercent(int percent) {
    return new BasisPoints(Math.multiplyExact(percent, 100));
  }
}
