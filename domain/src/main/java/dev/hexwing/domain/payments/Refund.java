package dev.hexwing.domain.payments;

import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.RefundWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

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

  boolean isNamed(RefundId name) {
    return refundId.equals(name);
  }

  /**
   * Every refund that a payment's history tells of, in the order in which they were asked for; also
   * those in vain that the payment itself has forgotten.
   *
   * <p>One that was asked for again after it came to nothing is told as it ended last.
   *
   * @param history as {@link Payments#history} gives it, oldest first
   * @throws IllegalArgumentException if something happened to a refund that nobody asked for
   */
  public static List<Refund> listOf(List<PaymentEvent> history) {
    Objects.requireNonNull(history, "history");
    Map<RefundId, Refund> all = new LinkedHashMap<>();
    for (PaymentEvent event : history) {
      switch (event) {
        case RefundRequested asked -> all.put(asked.refundId(), requested(asked));
        case RefundConfirmed given -> end(all, given.refundId(), RefundStatus.CONFIRMED);
        case RefundDeclined refused -> end(all, refused.refundId(), RefundStatus.DECLINED);
        case RefundWithdrawn back -> end(all, back.refundId(), RefundStatus.WITHDRAWN);
        case RefundOutcomeUnknown open -> end(all, open.refundId(), RefundStatus.OUTCOME_UNKNOWN);
        case PaymentRequested any -> {}
        case PaymentConfirmed any -> {}
        case PaymentDeclined any -> {}
        case PaymentWithdrawn any -> {}
        case PaymentOutcomeUnknown any -> {}
        case UnexpectedChargeFound any -> {}
      }
    }
    return List.copyOf(all.values());
  }

  private static void end(Map<RefundId, Refund> all, RefundId name, RefundStatus now) {
    @Nullable Refund refund = all.get(name);
    if (refund == null) {
      throw new IllegalArgumentException("nobody asked for refund " + name);
    }
    all.put(name, refund.with(now));
  }
}
