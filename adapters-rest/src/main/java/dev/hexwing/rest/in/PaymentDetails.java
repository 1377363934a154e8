package dev.hexwing.rest.in;

import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as it stands now. */
record PaymentDetails(
    String paymentId,
    String orderId,
    PaymentStatus status,
    long amount,
    String currency,
    long refunded,
    Outcome outcome,
    Retry retry,
    @Nullable String declineCode,
    List<RefundLine> refunds,
    String requestedAt) {

  record RefundLine(String refundId, RefundStatus status, long amount) {
    static RefundLine of(Refund refund) {
      return new RefundLine(
          refund.refundId().toString(), refund.status(), refund.amount().amountMinor());
    }
  }

  static PaymentDetails of(PaymentSnapshot payment) {
    return new PaymentDetails(
        payment.paymentId().toString(),
        payment.orderId().toString(),
        payment.status(),
        payment.amount().amountMinor(),
        payment.amount().currency().getCurrencyCode(),
        payment.refunded().amountMinor(),
        Receipts.outcome(payment.status()),
        Receipts.retry(payment.status()),
        payment.declineReason().map(DeclineReason::code).getOrNull(),
        payment.everyRefund().stream().map(RefundLine::of).toList(),
        payment.requestedAt().toString());
  }
}
