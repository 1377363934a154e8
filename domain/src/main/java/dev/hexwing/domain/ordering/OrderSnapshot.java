package dev.hexwing.domain.ordering;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All of an order's state at one moment, to store it and to bring it back.
 *
 * @param orderId the order
 * @param customerId who placed it
 * @param lines what was ordered
 * @param dropOff where it goes
 * @param status how far it has come
 * @param paymentId the payment that counts, once it is paid
 * @param placedAt when it was placed
 * @param version how many changes it has lived through
 */
public record OrderSnapshot(
    OrderId orderId,
    CustomerId customerId,
    List<OrderLine> lines,
    DropOff dropOff,
    OrderStatus status,
    Option<PaymentId> paymentId,
    Instant placedAt,
    Version version) {

  /** Refuses absent parts; keeps its own copy of the lines. */
  public OrderSnapshot {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(customerId, "customerId");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(dropOff, "dropOff");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(paymentId, "paymentId");
    Objects.requireNonNull(placedAt, "placedAt");
    Objects.requireNonNull(version, "version");
  }
}
