package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.application.testkit.crash.Step.Kind;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import java.util.function.Supplier;

/** A processor before and after whose answers a node may die, and which may answer anything. */
record WatchedProcessor(PaymentProcessor real, ProcessorFixture fixture, Node node)
    implements PaymentProcessor {

  @Override
  public ProcessorAnswer charge(ChargeRequest request) {
    return asking("charges", () -> real.charge(request));
  }

  @Override
  public ProcessorAnswer refund(RefundRequest request) {
    return asking("refunds", () -> real.refund(request));
  }

  private ProcessorAnswer asking(String what, Supplier<ProcessorAnswer> call) {
    node.pass(Kind.BEFORE_ASKING, what).flatMap(Fault::fate).forEach(fixture::nextRequest);
    ProcessorAnswer answer = call.get();
    node.pass(Kind.AFTER, what);
    return answer;
  }

  @Override
  public LookUp lookUpCharge(PaymentId paymentId) {
    return looking(() -> real.lookUpCharge(paymentId));
  }

  @Override
  public LookUp lookUpRefund(RefundId refundId, ProcessorReference charge) {
    return looking(() -> real.lookUpRefund(refundId, charge));
  }

  private LookUp looking(Supplier<LookUp> call) {
    node.pass(Kind.BEFORE, "looks up");
    LookUp found = call.get();
    node.pass(Kind.AFTER, "looks up");
    return found;
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
