package dev.hexwing.domain.shared.internal;

import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;

/** The text form of a UUID (RFC 9562, section 4). */
public final class UuidText {

  private UuidText() {}

  /** The UUID that a text is the whole form of; the JDK's reader takes shortened forms as well. */
  public static Option<UUID> read(String text) {
    Objects.requireNonNull(text, "text");
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equalsIgnoreCase(text) ? Option.some(value) : Option.none();
    } catch (IllegalArgumentException e) {
      return Option.none();
    }
  }
}
