package dev.hexwing.domain.ordering;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names a product in the catalogue: {@code COFFEE-250}.
 *
 * @param value 1 to 40 capital letters, digits, dashes, dots or underscores, a letter or digit
 *     first
 */
@ValueObject
public record Sku(String value) implements Comparable<Sku> {

  private static final int LONGEST = 40;

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public Sku {
    Objects.requireNonNull(value, "value");
    if (!isSane(value)) {
      throw new IllegalArgumentException("not a sku: " + value);
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, Sku> of(String text) {
    Objects.requireNonNull(text, "text");
    return isSane(text)
        ? Either.right(new Sku(text))
        : Either.left(
            new InvalidValue(
                "order.sku-malformed",
                "sku",
                "must be 1 to 40 capital letters, digits, dashes, dots or underscores"));
  }

  private static boolean isSane(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST || isMark(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      // Compared by hand: every line of an order comes by here, whenever it is read.
      char c = text.charAt(i);
      if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || isMark(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '.' || c == '_';
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
