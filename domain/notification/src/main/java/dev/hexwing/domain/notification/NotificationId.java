package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.internal.UuidText;
import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names one notification.
 *
 * @param value unique for ever
 */
@ValueObject
public record NotificationId(UUID value) {

  /** Refuses an absent value. */
  public NotificationId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads the text form (RFC 9562); anything else names nothing, and is none. */
  public static Option<NotificationId> parse(String text) {
    Option<UUID> value = UuidText.read(text);
    return value.isEmpty() ? Option.none() : Option.some(new NotificationId(value.get()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
