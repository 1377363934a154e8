package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.internal.UuidText;
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
    Option<UUID> value = UuidText.read(text);
    return value.isEmpty() ? Option.none() : Option.some(new ApiKeyId(value.get()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
