package dev.hexwing.domain.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All of a payment's state at one moment: to look at, and to begin from in place of a long history.
 *
 * <p>It grows with the refunds that moved money alone, however often one was tried in vain.
 *
 * @param paymentId the payment
 * @param orderId the order it is for
 * @param amount how much
 * @param method how the customer pays
 * @param status what is known of the money
 * @param charge the processor's name for the charge, once one is known
 * @param declineReason why it was declined, if it was
 * @param refunds every refund that gave money back or may have, and the last 8 that came to
 *     nothing, oldest first
 * @param requestedAt when it was asked for
 * @param version how many events it has lived through
 */
public record PaymentSnapshot(
    PaymentId paymentId,
    OrderId orderId,
    Money amount,
    PaymentMethodToken method,
    PaymentStatus status,
    Option<ProcessorReference> charge,
    Option<DeclineReason> declineReason,
    List<Refund> refunds,
    Instant requestedAt,
    Version version) {

  /** Refuses absent parts; keeps its own copy of the refunds. */
  public PaymentSnapshot {
    Objects.requireNonNull(paymentId, "paymentId");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(declineReason, "declineReason");
    refunds = List.copyOf(Objects.requireNonNull(refunds, "refunds"));
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(version, "version");
  }

  static PaymentSnapshot requested(PaymentRequested event) {
    return new PaymentSnapshot(
        event.paymentId(),
        event.orderId(),
        event.amount(),
        event.method(),
        PaymentStatus.REQUESTED,
        Option.none(),
        Option.none(),
        List.of(),
        event.occurredAt(),
        event.version());
  }

  /** What the customer has got back so far. */
  public Money refunded() {
    Money sum = Money.zero(amount.currency());
    for (Refund refund : refunds) {
      if (refund.status() == RefundStatus.CONFIRMED) {
        sum = sum.plus(refund.amount());
      }
    }
    return sum;
  }
}
