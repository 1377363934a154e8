package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.internal.UuidText;
import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names one delivery.
 *
 * @param value unique for ever
 */
@ValueObject
public record DeliveryId(UUID value) {

  /** Refuses an absent value. */
  public DeliveryId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads the text form (RFC 9562); anything else names nothing, and is none. */
  public static Option<DeliveryId> parse(String text) {
    Option<UUID> value = UuidText.read(text);
    return value.isEmpty() ? Option.none() : Option.some(new DeliveryId(value.get()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
