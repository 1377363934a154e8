package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import java.time.Duration;

/** Approves everything at once, so that only our own work is measured. */
final class ObligingProcessor implements PaymentProcessor {

  @Override
  public ProcessorAnswer charge(ChargeRequest request) {
    return new ProcessorAnswer.Approved(reference(request.paymentId()));
  }

  static ProcessorReference reference(PaymentId paymentId) {
    return new ProcessorReference("pi_" + paymentId);
  }

  @Override
  public ProcessorAnswer refund(RefundRequest request) {
    return new ProcessorAnswer.Approved(new ProcessorReference("re_" + request.refundId()));
  }

  @Override
  public LookUp lookUpCharge(PaymentId paymentId) {
    return new LookUp.Unanswered("nobody asks");
  }

  @Override
  public LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return new LookUp.Unanswered("nobody asks");
  }

  @Override
  public ProcessorCapabilities capabilities() {
    return new ProcessorCapabilities(Duration.ofDays(1), Duration.ofSeconds(1));
  }

  @Override
  public boolean isReachable() {
    return true;
  }
}
