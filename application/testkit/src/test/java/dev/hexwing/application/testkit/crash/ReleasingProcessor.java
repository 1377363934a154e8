package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import java.util.function.Supplier;

/** Wrong: whatever fails is said not to have been sent, so that key and order are free again. */
record ReleasingProcessor(PaymentProcessor real) implements PaymentProcessor {

  @Override
  public ProcessorAnswer charge(ChargeRequest request) {
    return released(() -> real.charge(request));
  }

  @Override
  public ProcessorAnswer refund(RefundRequest request) {
    return released(() -> real.refund(request));
  }

  private static ProcessorAnswer released(Supplier<ProcessorAnswer> call) {
    try {
      ProcessorAnswer answer = call.get();
      return answer instanceof ProcessorAnswer.Unknown unknown
          ? new ProcessorAnswer.NotSent(unknown.why())
          : answer;
    } catch (IllegalStateException e) {
      return new ProcessorAnswer.NotSent(e.toString());
    }
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
    return real.capabilities();
  }

  @Override
  public boolean isReachable() {
    return real.isReachable();
  }
}
