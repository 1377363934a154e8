package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.payments.PaymentProcessor.ChargeRequest;
import dev.hexwing.application.payments.PaymentProcessor.RefundRequest;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the processor for what an intent wants, under our own name of it.
 *
 * <p>No transaction is open meanwhile. Whatever goes wrong in here may have gone wrong after the
 * request left, so an exception is an unknown outcome and never a failure.
 */
final class Ask {

  private static final Logger log = LoggerFactory.getLogger(Ask.class);

  private final PaymentProcessor processor;

  Ask(PaymentProcessor processor) {
    this.processor = processor;
  }

  ProcessorAnswer carryOut(Intent intent, Payment payment, CorrelationId correlationId) {
    try {
      return switch (intent) {
        case Intent.Charge charge -> charge(payment.snapshot(), correlationId);
        case Intent.GiveBack back -> refund(back.refundId(), payment, correlationId);
      };
    } catch (RuntimeException e) {
      log.error("asking the processor about payment {} failed", intent.paymentId(), e);
      return new ProcessorAnswer.Unknown("the processor adapter failed");
    }
  }

  LookUp lookUp(Intent intent, Payment payment) {
    try {
      return switch (intent) {
        case Intent.Charge charge -> lookUpCharge(charge.paymentId());
        case Intent.GiveBack back ->
            processor.lookUpRefund(back.refundId(), payment.charge().get());
      };
    } catch (RuntimeException e) {
      log.error("looking up payment {} failed", intent.paymentId(), e);
      return new LookUp.Unanswered("the processor adapter failed");
    }
  }

  ProcessorCapabilities capabilities() {
    return processor.capabilities();
  }

  private LookUp lookUpCharge(PaymentId paymentId) {
    return processor.lookUpCharge(paymentId);
  }

  private ProcessorAnswer charge(PaymentSnapshot payment, CorrelationId correlationId) {
    return processor.charge(
        new ChargeRequest(
            payment.paymentId(),
            payment.orderId(),
            payment.amount(),
            payment.method(),
            correlationId));
  }

  private ProcessorAnswer refund(RefundId refundId, Payment payment, CorrelationId correlationId) {
    Refund refund = payment.refund(refundId).get();
    return processor.refund(
        new RefundRequest(
            refundId,
            payment.id(),
            payment.orderId(),
            payment.charge().get(),
            refund.amount(),
            correlationId));
  }
}
