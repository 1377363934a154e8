package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * One thing that a caller may do: {@code payments:write}.
 *
 * <p>A scope allows what it names and nothing else: there are no wildcards, and {@code write} does
 * not include {@code read}.
 *
 * @param value 1 to 64 small letters, digits, dots, colons or dashes, a letter first; a part of
 *     what RFC 6749, section 3.3, allows
 */
@ValueObject
public record Scope(String value) implements Comparable<Scope> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.:-]{0,63}");

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public Scope {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a scope");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, Scope> of(String text) {
    Objects.requireNonNull(text, "text");
    return FORM.matcher(text).matches()
        ? Either.right(new Scope(text))
        : Either.left(
            new InvalidValue(
                "access.scope-malformed",
                "scope",
                "must be 1 to 64 small letters, digits, dots, colons or dashes, a letter first"));
  }

  @Override
  public int compareTo(Scope other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
