package dev.hexwing.examples.droneshop.journeys;

import java.util.Currency;
import java.util.Set;

/**
 * What an amount of ours is in the processor's units, which for a few currencies are not those of
 * ISO 4217 (docs.stripe.com/currencies).
 */
final class ProcessorAmount {

  private static final Set<String> NO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private ProcessorAmount() {}

  static long of(long amountMinor, String currency) {
    int theirs = NO_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
    int ours = Currency.getInstance(currency).getDefaultFractionDigits();
    long units = amountMinor;
    for (int digit = ours; digit < theirs; digit++) {
      units *= 10;
    }
    for (int digit = ours; digit > theirs; digit--) {
      units /= 10;
    }
    return units;
  }
}
