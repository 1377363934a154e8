package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.util.Objects;

/**
 * Something that the shop sells.
 *
 * @param sku its name in the catalogue
 * @param name what the customer calls it, 1 to 200 characters
 * @param unitPrice price of one, above zero
 * @param grams weight of one, at least 1
 */
public record Product(Sku sku, String name, Money unitPrice, int grams) {

  /** Refuses what cannot be sold with {@link IllegalArgumentException}. */
  public Product {
    Objects.requireNonNull(sku, "sku");
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("name must have 1 to 200 characters");
    }
    if (!unitPrice.isPositive()) {
      throw new IllegalArgumentException("unitPrice must be above zero: " + unitPrice);
    }
    if (grams < 1) {
      throw new IllegalArgumentException("grams must be at least 1: " + grams);
    }
  }
}
