package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What a message is about, such as {@code dev.hexwing.payments.payment-confirmed.v1}.
 *
 * @param value 1 to 100 small letters, digits, dots or dashes, a letter first
 */
@ValueObject
public record Topic(String value) implements Comparable<Topic> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0,99}");

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public Topic {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a topic");
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, Topic> of(String text) {
    Objects.requireNonNull(text, "text");
    return FORM.matcher(text).matches()
        ? Either.right(new Topic(text))
        : Either.left(
            new InvalidValue(
                "notification.topic-malformed",
                "topic",
                "must be 1 to 100 small letters, digits, dots or dashes, a letter first"));
  }

  @Override
  public int compareTo(Topic other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
