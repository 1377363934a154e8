package dev.hexwing.rest.in;

import dev.hexwing.domain.shared.Money;

/** An amount as it is sent: whole minor units of a currency. */
record MoneyBody(long amount, String currency) {

  static MoneyBody of(Money money) {
    return new MoneyBody(money.amountMinor(), money.currency().getCurrencyCode());
  }
}
