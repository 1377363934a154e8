package dev.hexwing.domain.payments;

import java.util.Objects;
import java.util.regex.Pattern;
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

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  /** Refuses a blank or long code; cuts a long message and blanks its control characters. */
  public DeclineReason {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    message = CONTROLS.matcher(message).replaceAll(" ");
    if (code.isBlank() || code.length() > 100 || CONTROLS.matcher(code).find()) {
      throw new IllegalArgumentException("decline code must have 1 to 100 characters");
    }
    if (message.length() > 500) {
      boolean inPair = Character.isHighSurrogate(message.charAt(499));
      message = message.substring(0, inPair ? 499 : 500);
    }
  }
}
