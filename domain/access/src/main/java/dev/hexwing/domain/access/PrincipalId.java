package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.InvalidValue;
import dev.hexwing.domain.shared.internal.OneLine;
import io.vavr.control.Either;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names who calls: a person, a shop, a program.
 *
 * @param value 1 to 100 characters, not blank, none of them a control; stable for one caller
 */
@ValueObject
public record PrincipalId(String value) {

  private static final int LONGEST = 100;

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public PrincipalId {
    Objects.requireNonNull(value, "value");
    if (!OneLine.fits(value, LONGEST)) {
      throw new IllegalArgumentException("not a principal id");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, PrincipalId> of(String text) {
    Objects.requireNonNull(text, "text");
    return OneLine.fits(text, LONGEST)
        ? Either.right(new PrincipalId(text))
        : Either.left(
            new InvalidValue(
                "access.principal-malformed",
                "principal",
                "must have 1 to 100 characters, none of them a control"));
  }

  @Override
  public String toString() {
    return value;
  }
}
