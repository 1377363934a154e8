package dev.hexwing.examples.benchmarks;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** What somebody without a money type would write by hand, for euros and amounts that are sane. */
final class PlainMoney {

  private static final int FIGURE_START = 4;

  private PlainMoney() {}

  /** Half to even, as the others round. */
  static long times(long minor, long numerator, long denominator) {
    long product = Math.multiplyExact(minor, numerator);
    long floor = Math.floorDiv(product, denominator);
    long twice = 2 * Math.floorMod(product, denominator);
    return twice > denominator || (twice == denominator && (floor & 1) != 0) ? floor + 1 : floor;
  }

  static long[] allocate(long minor, long... ratios) {
    long sum = 0;
    for (long ratio : ratios) {
      sum += ratio;
    }
    long[] shares = new long[ratios.length];
    long rest = minor;
    for (int i = 0; i < ratios.length; i++) {
      shares[i] = Math.multiplyExact(minor, ratios[i]) / sum;
      rest -= shares[i];
    }
    long unit = Long.signum(rest);
    for (int i = 0; rest != 0; i++) {
      shares[i] += unit;
      rest -= unit;
    }
    return shares;
  }

  /** Joda-Money has no allocation of its own: the shares cut off, then the rest unit by unit. */
  static List<org.joda.money.Money> allocate(org.joda.money.Money whole, long... ratios) {
    long sum = 0;
    for (long ratio : ratios) {
      sum += ratio;
    }
    org.joda.money.Money[] shares = new org.joda.money.Money[ratios.length];
    org.joda.money.Money rest = whole;
    for (int i = 0; i < ratios.length; i++) {
      shares[i] = whole.multipliedBy(ratios[i]).dividedBy(sum, RoundingMode.DOWN);
      rest = rest.minus(shares[i]);
    }
    int unit = rest.isNegative() ? -1 : 1;
    for (int i = 0; !rest.isZero(); i++) {
      shares[i] = shares[i].plusMinor(unit);
      rest = rest.minusMinor(unit);
    }
    return List.copyOf(Arrays.asList(shares));
  }

  static String format(long minor) {
    long whole = Math.abs(minor) / 100;
    long cents = Math.abs(minor) % 100;
    return (minor < 0 ? "EUR -" : "EUR ") + whole + (cents < 10 ? ".0" : ".") + cents;
  }

  static long parse(String text) {
    int dot = text.length() - 3;
    long whole = Long.parseLong(text, FIGURE_START, dot, 10);
    long cents = Long.parseLong(text, dot + 1, text.length(), 10);
    return text.charAt(FIGURE_START) == '-' ? whole * 100 - cents : whole * 100 + cents;
  }
}
