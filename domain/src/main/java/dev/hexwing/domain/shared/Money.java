package dev.hexwing.domain.shared;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * An amount in whole minor units of an ISO 4217 currency.
 *
 * <p>Euros are counted in cents, yen have no smaller unit, dinars have thousandths: {@code
 * Money.ofMinor(5000, "EUR")} is EUR 50.00, {@code Money.ofMinor(5000, "JPY")} is JPY 5000. Amounts
 * may be negative. Nothing here is rounded unless the caller names the rounding, and nothing ever
 * wraps: a result beyond {@code long} is an {@link ArithmeticException} that names both operands,
 * and two currencies in one calculation are a {@link CurrencyMismatchException}.
 *
 * <p>Currencies without a minor unit (gold, drawing rights, test codes) are refused.
 *
 * <p>Immutable, and safe for use by any number of threads. Two amounts are equal when figure and
 * currency are; {@code compareTo} agrees.
 *
 * @param amountMinor whole minor units, any sign
 * @param currency an ISO 4217 currency that has a minor unit
 */
@ValueObject
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {

  private static final int MOST_DIGITS = 19;

  /** Refuses a currency without a minor unit with {@link IllegalArgumentException}. */
  public Money {
    Objects.requireNonNull(currency, "currency");
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException("currency has no minor unit: " + currency);
    }
  }

  /**
   * An amount of a currency named by its code.
   *
   * @throws IllegalArgumentException if there is no such currency, or it has no minor unit
   */
  public static Money ofMinor(long amountMinor, String currencyCode) {
    return new Money(amountMinor, MoneyText.known(currencyCode));
  }

  /** An amount of a currency that somebody outside named. */
  public static Either<InvalidValue, Money> read(long amountMinor, String currencyCode) {
    return MoneyText.currency(currencyCode).map(known -> new Money(amountMinor, known));
  }

  /**
   * A decimal amount, exactly.
   *
   * @throws ArithmeticException if the amount is finer than the minor unit or beyond {@code long}
   */
  public static Money of(BigDecimal amount, Currency currency) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    try {
      BigDecimal minor = amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
      return new Money(minor.longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new ArithmeticException(
          amount + " " + currency + " is no whole number of minor units within long");
    }
  }

  /** Nothing, in a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads what {@link #toString} writes, exactly: {@code EUR 50.00}, {@code JPY -5000}.
   *
   * <p>The refusal names the position and the reason: {@code EUR 1.005} has too many decimals.
   */
  public static Either<InvalidValue, Money> parse(String text) {
    Objects.requireNonNull(text, "text");
    return MoneyText.parse(text);
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException if it is beyond {@code long}; names both operands
   * @throws CurrencyMismatchException if the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    long sum = amountMinor + other.amountMinor;
    if (((amountMinor ^ sum) & (other.amountMinor ^ sum)) < 0) {
      throw overflow("+", other);
    }
    return new Money(sum, currency);
  }

  /**
   * The difference.
   *
   * @throws ArithmeticException if it is beyond {@code long}; names both operands
   * @throws CurrencyMismatchException if the currencies differ
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    long difference = amountMinor - other.amountMinor;
    if (((amountMinor ^ other.amountMinor) & (amountMinor ^ difference)) < 0) {
      throw overflow("-", other);
    }
    return new Money(difference, currency);
  }

  /**
   * This amount a whole number of times.
   *
   * @throws ArithmeticException if the result is beyond {@code long}; names both operands
   */
  public Money times(long factor) {
    long product = amountMinor * factor;
    if (!isWithinLong(product, Math.multiplyHigh(amountMinor, factor))) {
      throw overflow("*", factor);
    }
    return new Money(product, currency);
  }

  /**
   * This amount times a ratio, rounded to the minor unit as told.
   *
   * @throws ArithmeticException if the result is beyond {@code long}, or if it needs rounding and
   *     the rounding is {@link RoundingMode#UNNECESSARY}
   */
  public Money times(BigDecimal ratio, RoundingMode rounding) {
    Objects.requireNonNull(ratio, "ratio");
    Objects.requireNonNull(rounding, "rounding");
    if (Rounding.isSmall(ratio)) {
      // Unlike unscaledValue(), this makes no BigInteger.
      long unscaled = ratio.scaleByPowerOfTen(ratio.scale()).longValue();
      long exact = amountMinor * unscaled;
      if (isWithinLong(exact, Math.multiplyHigh(amountMinor, unscaled))) {
        return new Money(Rounding.quotient(exact, ratio.scale(), rounding), currency);
      }
    }
    BigDecimal product = BigDecimal.valueOf(amountMinor).multiply(ratio);
    long wholeDigits = (long) product.precision() - product.scale();
    if (product.signum() != 0 && wholeDigits > MOST_DIGITS) {
      throw overflow("*", ratio);
    }
    if (wholeDigits < 0) {
      // Below a tenth of a unit every mode rounds by the sign alone; writing a ratio such as
      // 1E-999999999 out in full would need a gigabyte.
      product = BigDecimal.valueOf(product.signum(), 2);
    }
    BigDecimal rounded = product.setScale(0, rounding);
    try {
      return new Money(rounded.longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw overflow("*", ratio);
    }
  }

  /**
   * A share of this amount, rounded to the minor unit as told.
   *
   * @throws ArithmeticException if the result is beyond {@code long}, or if it needs rounding and
   *     the rounding is {@link RoundingMode#UNNECESSARY}
   */
  public Money percentage(BasisPoints share, RoundingMode rounding) {
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(rounding, "rounding");
    long product = amountMinor * share.value();
    return isWithinLong(product, Math.multiplyHigh(amountMinor, share.value()))
        ? new Money(Rounding.quotient(product, BasisPoints.SCALE, rounding), currency)
        : times(BigDecimal.valueOf(share.value(), BasisPoints.SCALE), rounding);
  }

  /** The amount with the other sign. */
  public Money negate() {
    if (amountMinor == Long.MIN_VALUE) {
      throw overflow("*", -1);
    }
    return new Money(-amountMinor, currency);
  }

  /** The amount without its sign. */
  public Money abs() {
    return amountMinor < 0 ? negate() : this;
  }

  /**
   * Splits this amount by ratios so that the parts add up to it, to the last minor unit.
   *
   * <p>Units that do not divide go one each to the first parts whose ratio is not zero: EUR 0.05 by
   * 1:1 is 0.03 and 0.02. Equal ratios differ by one unit at most.
   *
   * @param ratios at least one, none negative, not all zero, together within {@code long}
   * @throws IllegalArgumentException if the ratios are none of that
   */
  public List<Money> allocate(long... ratios) {
    Objects.requireNonNull(ratios, "ratios");
    return Allocation.of(this, ratios);
  }

  /** Splits this amount into equal parts, as {@link #allocate} with equal ratios does. */
  public List<Money> split(int parts) {
    return Allocation.evenly(this, parts);
  }

  /** Whether this is nothing. */
  public boolean isZero() {
    return amountMinor == 0;
  }

  /** Whether this is more than nothing. */
  public boolean isPositive() {
    return amountMinor > 0;
  }

  /** Whether this is less than nothing. */
  public boolean isNegative() {
    return amountMinor < 0;
  }

  /**
   * Compares two amounts of one currency.
   *
   * @throws CurrencyMismatchException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(amountMinor, other.amountMinor);
  }

  /** Currency code, a space, and the figure with the currency's decimals: {@code EUR 50.00}. */
  @Override
  public String toString() {
    return MoneyText.format(this);
  }

  /** Whether the high half of a product only repeats the sign of the low one. */
  private static boolean isWithinLong(long low, long high) {
    return high == low >> 63;
  }

  private void requireSameCurrency(Money other) {
    Objects.requireNonNull(other, "other");
    if (currency != other.currency) {
      throw new CurrencyMismatchException(currency, other.currency);
    }
  }

  private ArithmeticException overflow(String operator, Object operand) {
    return new ArithmeticException("too large: " + this + " " + operator + " " + operand);
  }
}
