package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.internal.UuidText;
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
    Option<UUID> value = UuidText.read(text);
    return value.isEmpty() ? Option.none() : Option.some(new SubscriberId(value.get()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
