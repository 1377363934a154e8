package dev.hexwing.domain.payments;

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
    if (code.isBlank() || code.length() > 100 || code.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("decline code must have 1 to 100 characters");
    }
    message = Remark.tidy(message, "message");
  }
}
