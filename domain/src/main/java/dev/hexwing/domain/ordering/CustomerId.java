package dev.hexwing.domain.ordering;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names the customer who placed an order; who that is, is known outside.
 *
 * @param value 1 to 100 characters
 */
@ValueObject
public record CustomerId(String value) {

  /** Refuses blank or long text with {@link IllegalArgumentException}. */
  public CustomerId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank() || value.length() > 100) {
      throw new IllegalArgumentException("customer id must have 1 to 100 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
