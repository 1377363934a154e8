package dev.hexwing.domain.ordering;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * How many of one product.
 *
 * @param value 1 to 999
 */
@ValueObject
public record Quantity(int value) {

  /** The fewest. */
  public static final int LEAST = 1;

  /** The most. */
  public static final int MOST = 999;

  /** Refuses other counts with {@link IllegalArgumentException}. */
  public Quantity {
    if (value < LEAST || value > MOST) {
      throw new IllegalArgumentException("quantity must be 1 to 999: " + value);
    }
  }
}
