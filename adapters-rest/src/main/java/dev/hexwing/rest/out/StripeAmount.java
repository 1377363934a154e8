package dev.hexwing.rest.out;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * An amount as Stripe counts it, which is not everywhere as ISO 4217 does.
 *
 * <p>Source: Stripe's documentation, "Supported currencies" (https://docs.stripe.com/currencies),
 * sections "Zero-decimal currencies", "Three-decimal currencies" and "Special cases". Stripe's
 * ariary has no decimals where ISO gives it two; Stripe's króna and Ugandan shilling have two where
 * ISO gives them none, and these must be zeros; three-decimal amounts must end in 0. Currencies
 * that those sections do not name have two decimals.
 *
 * @param units whole units of Stripe's smallest unit
 * @param currency the code in lower case, as Stripe wants it
 */
record StripeAmount(long units, String currency) {

  private static final Set<String> NO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  /** The same amount in Stripe's units; none if Stripe cannot take it exactly. */
  static Option<StripeAmount> of(Money money) {
    Currency currency = money.currency();
    String code = currency.getCurrencyCode();
    int shift = decimals(code) - currency.getDefaultFractionDigits();
    long units = money.amountMinor();
    for (; shift < 0; shift++) {
      if (units % 10 != 0) {
        return Option.none();
      }
      units /= 10;
    }
    for (; shift > 0; shift--) {
      if (units > Long.MAX_VALUE / 10 || units < Long.MIN_VALUE / 10) {
        return Option.none();
      }
      units *= 10;
    }
    if (THREE_DECIMALS.contains(code) && units % 10 != 0) {
      return Option.none();
    }
    return Option.some(new StripeAmount(units, code.toLowerCase(Locale.ROOT)));
  }

  private static int decimals(String code) {
    if (NO_DECIMALS.contains(code)) {
      return 0;
    }
    return THREE_DECIMALS.contains(code) ? 3 : 2;
  }
}
