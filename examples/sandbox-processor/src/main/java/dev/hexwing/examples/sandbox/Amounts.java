package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stripe's rules for currencies and for amounts in their smallest unit. */
final class Amounts {

  static final long SMALLEST = 1;
  static final long LARGEST = 99_999_999;

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Amounts in these currencies are charged in steps: card networks carry two decimals, so a third
   * one must be 0; króna and shilling have none, but are written with two for old times' sake.
   */
  private static final Map<String, Long> STEPS =
      Map.of("bhd", 10L, "jod", 10L, "kwd", 10L, "omr", 10L, "tnd", 10L, "isk", 100L, "ugx", 100L);

  private Amounts() {}

  static Either<Answer, String> currency(String given) {
    String currency = given.toLowerCase(Locale.ROOT);
    return CURRENCIES.contains(currency)
        ? Either.right(currency)
        : Either.left(Refusals.invalid(null, "currency", "Invalid currency: " + shown(currency)));
  }

  static Either<Answer, Long> amount(String given, String currency) {
    return whole(given).flatMap(amount -> inStep(amount, currency));
  }

  private static Either<Answer, Long> whole(String given) {
    if (!given.matches("-?[0-9]{1,18}")) {
      return Either.left(Refusals.notAnInteger("amount", given));
    }
    long amount = Long.parseLong(given);
    if (amount < SMALLEST) {
      return Either.left(
          Refusals.invalid(
              "parameter_invalid_integer",
              "amount",
              "This value must be greater than or equal to " + SMALLEST + "."));
    }
    return amount > LARGEST
        ? Either.left(
            Refusals.invalid(
                "amount_too_large", "amount", "Amount must be no more than " + LARGEST + "."))
        : Either.right(amount);
  }

  private static Either<Answer, Long> inStep(long amount, String currency) {
    long step = STEPS.getOrDefault(currency, 1L);
    return amount % step == 0
        ? Either.right(amount)
        : Either.left(
            Refusals.invalid(
                null,
                "amount",
                "Invalid amount: in " + currency + " it must be a multiple of " + step + "."));
  }

  /** The amount as a person reads it, in error messages only. */
  static String shown(long amount, String currency) {
    int digits = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
    return BigDecimal.valueOf(amount, digits).toPlainString()
        + " "
        + currency.toUpperCase(Locale.ROOT);
  }

  private static String shown(String currency) {
    return currency.length() <= 16 ? currency : currency.substring(0, 16) + "…";
  }
}
