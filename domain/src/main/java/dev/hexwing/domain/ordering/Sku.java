package dev.hexwing.domain.ordering;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names a product in the catalogue: {@code COFFEE-250}.
 *
 * @param value 1 to 40 capital letters, digits, dashes, dots or underscores, a letter or digit
 *     first
 */
@ValueObject
public record Sku(String value) implements Comparable<Sku> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,39}");

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public Sku {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a sku: " + value);
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, Sku> of(String text) {
    Objects.requireNonNull(text, "text");
    return FORM.matcher(text).matches()
        ? Either.right(new Sku(text))
        : Either.left(
            new InvalidValue(
                "order.sku-malformed",
                "sku",
                "must be 1 to 40 capital letters, digits, dashes, dots or underscores"));
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
