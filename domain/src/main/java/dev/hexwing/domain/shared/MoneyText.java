package dev.hexwing.domain.shared;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** Reads and writes {@code EUR 50.00}, exactly and in one form only. */
final class MoneyText {

  private static final int CODE_LENGTH = 3;
  private static final int FIGURE_START = 4;
  private static final String[] CENTS = cents();

  private MoneyText() {}

  static String format(Money money) {
    Currency currency = money.currency();
    String code = currency.getCurrencyCode();
    long amount = money.amountMinor();
    int decimals = currency.getDefaultFractionDigits();
    if (decimals == 0) {
      return code + ' ' + amount;
    }
    if (decimals != 2) {
      return code + ' ' + BigDecimal.valueOf(amount, decimals).toPlainString();
    }
    // Nearly every amount comes this way; joined at once, the text is all that is made.
    String sign = amount < 0 && amount > -100 ? " -" : " ";
    return code + sign + amount / 100 + CENTS[(int) Math.abs(amount % 100)];
  }

  private static String[] cents() {
    String[] cents = new String[100];
    for (int i = 0; i < cents.length; i++) {
      cents[i] = "." + i / 10 + i % 10;
    }
    return cents;
  }

  /**
   * The currency of a code in capital letters; the platform would also take old ones in small.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Currency known(String code) {
    Objects.requireNonNull(code, "currencyCode");
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < 'A' || code.charAt(i) > 'Z') {
        throw new IllegalArgumentException("not an ISO 4217 code: " + code);
      }
    }
    return Currency.getInstance(code);
  }

  static Either<InvalidValue, Currency> currency(String code) {
    Objects.requireNonNull(code, "currencyCode");
    Currency currency;
    try {
      currency = known(code);
    } catch (IllegalArgumentException e) {
      return refuse("money.unknown-currency", "currency", "is not an ISO 4217 code");
    }
    return currency.getDefaultFractionDigits() < 0
        ? refuse("money.no-minor-unit", "currency", "has no minor unit, so no amounts: " + code)
        : Either.right(currency);
  }

  static Either<InvalidValue, Money> parse(String text) {
    if (text.length() <= FIGURE_START || text.charAt(CODE_LENGTH) != ' ') {
      return malformed(0, "needs a currency code, a space and a figure");
    }
    return currency(text.substring(0, CODE_LENGTH)).flatMap(found -> figure(text, found));
  }

  private static Either<InvalidValue, Money> figure(String text, Currency currency) {
    int decimals = currency.getDefaultFractionDigits();
    boolean negative = text.charAt(FIGURE_START) == '-';
    int start = negative ? FIGURE_START + 1 : FIGURE_START;
    int dot = text.indexOf('.', start);
    if (dot >= 0 && text.length() - dot - 1 > decimals) {
      return malformed(dot, "has too many decimals, " + currency + " has " + decimals);
    }
    int point = decimals == 0 ? text.length() : text.length() - decimals - 1;
    if (point <= start) {
      return malformed(start, "needs " + decimals + " decimals and a digit before them");
    }
    if (text.charAt(start) == '0' && point > start + 1) {
      return malformed(start, "must not begin with a spare zero");
    }
    long minor = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == point) {
        if (c != '.') {
          return malformed(i, "needs its decimal point here, with " + decimals + " decimals");
        }
        continue;
      }
      if (c < '0' || c > '9') {
        return malformed(i, "needs a digit here");
      }
      int digit = c - '0';
      // Counted downwards, because the smallest long has no positive twin.
      if (minor < (Long.MIN_VALUE + digit) / 10) {
        return malformed(i, "is too large");
      }
      minor = minor * 10 - digit;
    }
    if (negative && minor == 0) {
      return malformed(FIGURE_START, "must not be a negative zero");
    }
    if (!negative && minor == Long.MIN_VALUE) {
      return malformed(FIGURE_START, "is too large");
    }
    return Either.right(new Money(negative ? minor : -minor, currency));
  }

  private static <T> Either<InvalidValue, T> malformed(int position, String reason) {
    return refuse("money.malformed", "amount", reason + " (position " + position + ")");
  }

  private static <T> Either<InvalidValue, T> refuse(String code, String field, String reason) {
    return Either.left(new InvalidValue(code, field, reason));
  }
}
