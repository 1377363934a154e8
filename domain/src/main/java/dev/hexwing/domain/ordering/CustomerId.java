package dev.hexwing.domain.ordering;

import dev.hexwing.domain.shared.internal.OneLine;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names the customer who placed an order; who that is, is known outside.
 *
 * @param value 1 to 100 characters, not blank, none of them a control
 */
@ValueObject
public record CustomerId(String value) {

  /** Refuses other text with {@link IllegalArgumentException}. */
  public CustomerId {
    Objects.requireNonNull(value, "value");
    if (!OneLine.fits(value, 100)) {
      throw new IllegalArgumentException(
          "customer id must have 1 to 100 characters, none of them a control");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
