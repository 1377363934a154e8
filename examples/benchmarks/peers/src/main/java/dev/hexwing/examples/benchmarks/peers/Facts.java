package dev.hexwing.examples.benchmarks.peers;

/** As much as an order that was placed says of itself. */
final class Facts {

  static final String JSON =
      """
      {"orderId":"0b2f7c52-8f6e-4c0e-9d5e-6a0b7c1d2e3f","lines":[{"sku":"COFFEE-250","quantity":2,\
      "unitPriceMinor":2500,"grams":250}],"totalMinor":5000,"currency":"EUR",\
      "latitude":52.52,"longitude":13.405}\
      """;

  private Facts() {}
}
