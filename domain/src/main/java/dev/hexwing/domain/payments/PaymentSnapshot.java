package dev.hexwing.domain.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/**
 * All of a payment's state at one moment.
 *
 * @param paymentId the payment
 * @param orderId the order it is for
 * @param amount how much
 * @param method how the customer pays
 * @param status what is known of the money
 * @param charge the processor's name for the charge, once one is known
 * @param declineReason why it was declined, if it was
 * @param refunds every refund that was asked for, oldest first
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

  /** Keeps its own copy of the refunds. */
  public PaymentSnapshot {
    refunds = List.copyOf(refunds);
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
