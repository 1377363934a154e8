package dev.hexwing.domain.notification;

import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names one subscriber.
 *
 * @param value unique for ever
 */
@ValueObject
public record SubscriberId(UUID value) {

  /** Refuses an absent value. */
  public SubscriberId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads the text form (RFC 9562); anything else names nothing, and is none. */
  public static Option<SubscriberId> parse(String text) {
    Objects.requireNonNull(text, "text");
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equalsIgnoreCase(text)
          ? Option.some(new SubscriberId(value))
          : Option.none();
    } catch (IllegalArgumentException e) {
      return Option.none();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
