package dev.hexwing.domain.ordering;

import dev.hexwing.domain.shared.internal.OneLine;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Why an order was called off, in somebody's words.
 *
 * @param text 1 to 200 characters, not blank, none of them a control
 */
@ValueObject
public record CancellationReason(String text) {

  /** Refuses other text with {@link IllegalArgumentException}. */
  public CancellationReason {
    Objects.requireNonNull(text, "text");
    if (!OneLine.fits(text, 200)) {
      throw new IllegalArgumentException(
          "reason must have 1 to 200 characters, none of them a control");
    }
  }
}
