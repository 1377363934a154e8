package dev.hexwing.domain.ordering;

import dev.hexwing.domain.shared.Money;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * So many of one product at one price.
 *
 * @param sku the product
 * @param quantity how many
 * @param unitPrice price of one, above zero, from the catalogue and never from the caller
 * @param unitGrams weight of one in grams, at least 1
 */
@ValueObject
public record OrderLine(Sku sku, Quantity quantity, Money unitPrice, int unitGrams) {

  /** Refuses a price or weight that is not above zero with {@link IllegalArgumentException}. */
  public OrderLine {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unitPrice, "unitPrice");
    if (!unitPrice.isPositive()) {
      throw new IllegalArgumentException("unitPrice must be above zero: " + unitPrice);
    }
    if (unitGrams < 1) {
      throw new IllegalArgumentException("unitGrams must be at least 1: " + unitGrams);
    }
  }

  /**
   * Price of the whole line.
   *
   * @throws ArithmeticException if it is beyond {@code long}
   */
  public Money total() {
    return unitPrice.times(quantity.value());
  }

  /** Weight of the whole line in grams. */
  public long grams() {
    return (long) unitGrams * quantity.value();
  }
}
