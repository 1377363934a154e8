package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.internal.UuidText;
import io.vavr.control.Option;
import java.util.Objects;
import java.util.UUID;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names one payment; also the idempotency key under which the processor is asked.
 *
 * @param value unique for ever
 */
@ValueObject
public record PaymentId(UUID value) {

  /** Refuses an absent value. */
  public PaymentId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads the text form (RFC 9562); anything else names nothing, and is none. */
  public static Option<PaymentId> parse(String text) {
    Option<UUID> value = UuidText.read(text);
    return value.isEmpty() ? Option.none() : Option.some(new PaymentId(value.get()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
