package dev.hexwing.domain.shared;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Splits an amount without losing or inventing a minor unit. */
final class Allocation {

  private Allocation() {}

  static List<Money> of(Money whole, long... ratios) {
    long sum = sumOf(ratios);
    long amount = whole.amountMinor();
    long[] shares = new long[ratios.length];
    long rest = amount;
    for (int i = 0; i < ratios.length; i++) {
      shares[i] = share(amount, ratios[i], sum);
      rest -= shares[i];
    }
    long unit = Long.signum(rest);
    for (int i = 0; rest != 0; i++) {
      if (ratios[i] > 0) {
        shares[i] += unit;
        rest -= unit;
      }
    }
    return asMoney(whole, shares);
  }

  static List<Money> evenly(Money whole, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be at least 1: " + parts);
    }
    long[] shares = new long[parts];
    Arrays.fill(shares, whole.amountMinor() / parts);
    long rest = whole.amountMinor() % parts;
    for (int i = 0; i < Math.abs(rest); i++) {
      shares[i] += Long.signum(rest);
    }
    return asMoney(whole, shares);
  }

  private static long sumOf(long... ratios) {
    long sum = 0;
    for (long ratio : ratios) {
      if (ratio < 0) {
        throw new IllegalArgumentException("a ratio must not be negative: " + ratio);
      }
      if (sum > Long.MAX_VALUE - ratio) {
        throw new IllegalArgumentException("the ratios together are too large");
      }
      sum += ratio;
    }
    if (sum == 0) {
      throw new IllegalArgumentException("at least one ratio must be above zero");
    }
    return sum;
  }

  /** The exact share cut off toward zero; beyond 64 bits in between, never in the result. */
  private static long share(long amount, long ratio, long sum) {
    long high = Math.multiplyHigh(amount, ratio);
    long low = amount * ratio;
    if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
      return low / sum;
    }
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(ratio))
        .divide(BigInteger.valueOf(sum))
        .longValueExact();
  }

  private static List<Money> asMoney(Money whole, long... shares) {
    Money[] parts = new Money[shares.length];
    for (int i = 0; i < shares.length; i++) {
      parts[i] = new Money(shares[i], whole.currency());
    }
    return List.of(parts);
  }
}
