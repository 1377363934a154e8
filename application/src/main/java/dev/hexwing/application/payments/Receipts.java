package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.control.Option;
import java.util.List;

/** Writes down what came of an intent, as the payment stands now. */
final class Receipts {

  private Receipts() {}

  static Receipt of(
      Intent intent, Payment payment, Option<DeclineReason> reason, CorrelationId correlationId) {
    PaymentSnapshot now = payment.snapshot();
    return switch (intent) {
      case Intent.Charge charge -> payment(now, now.status(), reason, correlationId);
      case Intent.GiveBack back -> {
        Refund refund = payment.refund(back.refundId()).get();
        yield refund(now, refund, refund.status(), reason, correlationId);
      }
    };
  }

  /** What to tell when the outcome could not be written down: money may have moved. */
  static Receipt unknown(Intent intent, Payment payment, CorrelationId correlationId) {
    PaymentSnapshot now = payment.snapshot();
    return switch (intent) {
      case Intent.Charge charge ->
          payment(now, PaymentStatus.OUTCOME_UNKNOWN, Option.none(), correlationId);
      case Intent.GiveBack back ->
          refund(
              now,
              payment.refund(back.refundId()).get(),
              RefundStatus.OUTCOME_UNKNOWN,
              Option.none(),
              correlationId);
    };
  }

  /** What a whole history tells, also of a refund that the payment itself has forgotten. */
  static Receipt told(Intent intent, List<PaymentEvent> history, CorrelationId correlationId) {
    PaymentSnapshot now = Payment.reconstitute(history).snapshot();
    return switch (intent) {
      case Intent.Charge charge -> {
        PaymentStatus known = now.status().isFinal() ? now.status() : PaymentStatus.OUTCOME_UNKNOWN;
        yield payment(now, known, Option.none(), correlationId);
      }
      case Intent.GiveBack back -> {
        Refund refund = named(back.refundId(), Refund.listOf(history));
        RefundStatus known =
            refund.status().isFinal() ? refund.status() : RefundStatus.OUTCOME_UNKNOWN;
        yield refund(now, refund, known, Option.none(), correlationId);
      }
    };
  }

  private static Refund named(RefundId refundId, List<Refund> refunds) {
    return refunds.stream()
        .filter(refund -> refund.refundId().equals(refundId))
        .findFirst()
        .orElseThrow();
  }

  /** A refund that the payment has forgotten came to nothing. */
  static boolean isFinal(Intent intent, Payment payment) {
    return switch (intent) {
      case Intent.Charge charge -> payment.status().isFinal();
      case Intent.GiveBack back ->
          payment.refund(back.refundId()).forAll(refund -> refund.status().isFinal());
    };
  }

  private static Receipt payment(
      PaymentSnapshot now,
      PaymentStatus status,
      Option<DeclineReason> reason,
      CorrelationId correlationId) {
    return new Receipt.OfPayment(
        now.paymentId(),
        now.orderId(),
        now.amount(),
        status,
        now.refunded(),
        reason.orElse(now.declineReason()),
        correlationId);
  }

  private static Receipt refund(
      PaymentSnapshot now,
      Refund refund,
      RefundStatus status,
      Option<DeclineReason> reason,
      CorrelationId correlationId) {
    return new Receipt.OfRefund(
        refund.refundId(),
        now.paymentId(),
        now.orderId(),
        refund.amount(),
        status,
        reason,
        correlationId);
  }
}
