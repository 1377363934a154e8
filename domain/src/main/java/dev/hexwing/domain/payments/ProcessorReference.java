package dev.hexwing.domain.payments;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The processor's own name for a charge or a refund: {@code pi_3Mt…}.
 *
 * @param value 1 to 255 characters
 */
@ValueObject
public record ProcessorReference(String value) {

  /** Refuses blank or long text with {@link IllegalArgumentException}. */
  public ProcessorReference {
    Objects.requireNonNull(value, "value");
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException("processor reference must have 1 to 255 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
