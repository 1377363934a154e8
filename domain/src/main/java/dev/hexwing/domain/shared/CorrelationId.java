package dev.hexwing.domain.shared;

import io.vavr.control.Either;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Ties together everything that one customer intent set in motion, across nodes, queues and logs.
 *
 * <p>1 to 64 characters out of letters, digits, dot, underscore and dash, so that it can stand in a
 * header and in a log line as it is.
 *
 * @param value the text
 */
@ValueObject
public record CorrelationId(String value) {

  private static final int LONGEST = 64;

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public CorrelationId {
    Objects.requireNonNull(value, "value");
    if (!isSane(value)) {
      throw new IllegalArgumentException("not a correlation id");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, CorrelationId> of(String text) {
    Objects.requireNonNull(text, "text");
    return isSane(text)
        ? Either.right(new CorrelationId(text))
        : Either.left(
            new InvalidValue(
                "correlation-id.malformed",
                "correlationId",
                "must be 1 to 64 letters, digits, dots, underscores or dashes"));
  }

  private static boolean isSane(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fine =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '.';
      if (!fine) {
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
