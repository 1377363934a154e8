package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.internal.OneLine;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Why a drone was grounded or a delivery failed, in somebody's words.
 *
 * @param text 1 to 200 characters, not blank, none of them a control
 */
@ValueObject
public record Reason(String text) {

  /** Refuses other text with {@link IllegalArgumentException}. */
  public Reason {
    Objects.requireNonNull(text, "text");
    if (!OneLine.fits(text, 200)) {
      throw new IllegalArgumentException(
          "reason must have 1 to 200 characters, none of them a control");
    }
  }
}
