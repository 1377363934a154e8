package dev.hexwing.domain.shared;

import io.vavr.control.Either;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * One intent of a customer, kept across every retry of it.
 *
 * <p>1 to 255 printable ASCII characters (0x20 to 0x7E). Two requests with one key are one request
 * asked twice; two intents have two keys. The header that carries it follows the IETF draft "The
 * Idempotency-Key HTTP Header Field".
 *
 * @param value the text
 */
@ValueObject
public record IdempotencyKey(String value) {

  /** The most characters that a key may have. */
  public static final int LONGEST = 255;

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public IdempotencyKey {
    Objects.requireNonNull(value, "value");
    if (!isSane(value)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, IdempotencyKey> of(String text) {
    Objects.requireNonNull(text, "text");
    return isSane(text)
        ? Either.right(new IdempotencyKey(text))
        : Either.left(
            new InvalidValue(
                "idempotency.key-malformed",
                "Idempotency-Key",
                "must be 1 to 255 printable ASCII characters"));
  }

  private static boolean isSane(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
