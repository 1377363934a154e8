package dev.hexwing.persistence;

import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;

/** A line of an order, in JSON. */
record OrderLineRow(String sku, int quantity, long amount, String currency, int grams) {

  static OrderLineRow from(OrderLine line) {
    return new OrderLineRow(
        line.sku().value(),
        line.quantity().value(),
        line.unitPrice().amountMinor(),
        line.unitPrice().currency().getCurrencyCode(),
        line.unitGrams());
  }

  OrderLine toDomain() {
    return new OrderLine(
        new Sku(sku), new Quantity(quantity), Money.ofMinor(amount, currency), grams);
  }
}
