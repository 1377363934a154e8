package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import java.time.Duration;

/** Wrong: promises look-ups that miss nothing, over a processor whose look-ups lag behind. */
record HastyProcessor(PaymentProcessor real) implements PaymentProcessor {

  @Override
  public ProcessorAnswer charge(ChargeRequest request) {
    return real.charge(request);
  }

  @Override
  public ProcessorAnswer refund(RefundRequest request) {
    return real.refund(request);
  }

  @Override
  public LookUp lookUpCharge(PaymentId paymentId) {
    return real.lookUpCharge(paymentId);
  }

  @Override
  public LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return real.lookUpRefund(refundId, charge);
  }

  @Override
  public ProcessorCapabilities capabilities() {
    return new ProcessorCapabilities(real.capabilities().replaysFor(), Duration.ZERO);
  }

  @Override
  public boolean isReachable() {
    return real.isReachable();
  }
}
