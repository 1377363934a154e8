package dev.hexwing.application.exactlyonce;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import java.util.function.Supplier;

/** A node that may die before and after it asks the processor. */
record MortalProcessor(PaymentProcessor real, Kill kill) implements PaymentProcessor {

  @Override
  public ProcessorAnswer charge(ChargeRequest request) {
    return around("charging", () -> real.charge(request));
  }

  @Override
  public ProcessorAnswer refund(RefundRequest request) {
    return around("refunding", () -> real.refund(request));
  }

  @Override
  public LookUp lookUpCharge(PaymentId paymentId) {
    return around("looking a charge up", () -> real.lookUpCharge(paymentId));
  }

  @Override
  public LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return around("looking a refund up", () -> real.lookUpRefund(refundId, charge));
  }

  @Override
  public ProcessorCapabilities capabilities() {
    return real.capabilities();
  }

  @Override
  public boolean isReachable() {
    return real.isReachable();
  }

  private <R> R around(String what, Supplier<R> call) {
    kill.point("before " + what);
    R result = call.get();
    kill.point("after " + what);
    return result;
  }
}
