package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.internal.OneLine;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Why the processor said no.
 *
 * @param code the processor's stable code, such as {@code insufficient_funds}; 1 to 100 characters
 * @param message for the customer; up to 500 characters, may be empty, control characters become
 *     blanks
 */
@ValueObject
public record DeclineReason(String code, String message) {

  /** Refuses a blank or long code; cuts a long message and blanks its control characters. */
  public DeclineReason {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    if (!OneLine.fits(code, 100)) {
      throw new IllegalArgumentException("decline code must have 1 to 100 characters");
    }
    message = Remark.tidy(message);
  }
}
