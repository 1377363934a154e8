package dev.hexwing.domain.payments;

import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.shared.Money;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * One refund of a payment, as it stands.
 *
 * @param refundId its name
 * @param amount how much, above zero
 * @param status what is known of it
 */
@ValueObject
public record Refund(RefundId refundId, Money amount, RefundStatus status) {

  /** Refuses absent parts, and an amount that is not above zero. */
  public Refund {
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(status, "status");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a refund is above zero: " + amount);
    }
  }

  static Refund requested(RefundRequested event) {
    return new Refund(event.refundId(), event.amount(), RefundStatus.REQUESTED);
  }

  Refund with(RefundStatus next) {
    return new Refund(refundId, amount, next);
  }
}
