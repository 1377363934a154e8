package dev.hexwing.domain.access;

import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names one API key.
 *
 * @param value unique for ever
 */
@ValueObject
public record ApiKeyId(UUID value) {

  /** Refuses an absent value. */
  public ApiKeyId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads the text form (RFC 9562); anything else names nothing, and is none. */
  public static Option<ApiKeyId> parse(String text) {
    Objects.requireNonNull(text, "text");
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equalsIgnoreCase(text)
          ? Option.some(new ApiKeyId(value))
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
