package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.InvalidValue;
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
    if (!isSane(value)) {
      throw new IllegalArgumentException("not a principal id");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, PrincipalId> of(String text) {
    Objects.requireNonNull(text, "text");
    return isSane(text)
        ? Either.right(new PrincipalId(text))
        : Either.left(
            new InvalidValue(
                "access.principal-malformed",
                "principal",
                "must have 1 to 100 characters, none of them a control"));
  }

  private static boolean isSane(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return value;
  }
}
