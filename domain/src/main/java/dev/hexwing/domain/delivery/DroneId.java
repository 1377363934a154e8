package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The name painted on a drone: {@code A47}.
 *
 * @param value 1 to 16 capital letters, digits or dashes, a letter or digit first
 */
@ValueObject
public record DroneId(String value) implements Comparable<DroneId> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,15}");

  /** Refuses other text with {@link IllegalArgumentException}; {@link #of} refuses with a value. */
  public DroneId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a drone id: " + value);
    }
  }

  /** Reads text from outside. */
  public static Either<InvalidValue, DroneId> of(String text) {
    Objects.requireNonNull(text, "text");
    return FORM.matcher(text).matches()
        ? Either.right(new DroneId(text))
        : Either.left(
            new InvalidValue(
                "drone.id-malformed",
                "droneId",
                "must be 1 to 16 capital letters, digits or dashes"));
  }

  @Override
  public int compareTo(DroneId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
