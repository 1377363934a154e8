package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.internal.OneLine;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Why a message did not arrive, in somebody's words.
 *
 * @param text 1 to 200 characters, not blank, none of them a control
 */
@ValueObject
public record FailureReason(String text) {

  /** Refuses other text with {@link IllegalArgumentException}. */
  public FailureReason {
    Objects.requireNonNull(text, "text");
    if (!OneLine.fits(text, 200)) {
      throw new IllegalArgumentException(
          "reason must have 1 to 200 characters, none of them a control");
    }
  }
}
