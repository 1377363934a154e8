package dev.hexwing.domain.ordering;

import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names one order.
 *
 * @param value unique for ever
 */
@ValueObject
public record OrderId(UUID value) {

  /** Refuses an absent value. */
  public OrderId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads the text form (RFC 9562); anything else names nothing, and is none. */
  public static Option<OrderId> parse(String text) {
    Objects.requireNonNull(text, "text");
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equalsIgnoreCase(text)
          ? Option.some(new OrderId(value))
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
