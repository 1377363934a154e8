package dev.hexwing.application.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The outside company that moves money.
 *
 * <p>Every call ends within a bounded time and none is repeated by the adapter itself. None throws
 * for anything that the network or the company does: the answer tells what is known. Our own name
 * of the payment or refund goes along as the company's idempotency key and as metadata, so that
 * asking again is asking the same and a lost answer can be looked up.
 *
 * <p>Safe for use by any number of threads.
 */
@SecondaryPort
public interface PaymentProcessor {

  /** Asks for a charge. */
  ProcessorAnswer charge(ChargeRequest request);

  /** Asks for a refund of a charge. */
  ProcessorAnswer refund(RefundRequest request);

  /** Looks a charge up by our name of it. */
  LookUp lookUpCharge(PaymentId paymentId);

  /** Looks a refund up by our name of it, among those of a charge. */
  LookUp lookUpRefund(RefundId refundId, ProcessorReference charge);

  /** What this company promises. */
  ProcessorCapabilities capabilities();

  /** Whether the company answers right now; ends within two seconds. */
  boolean isReachable();

  /**
   * A charge to be made.
   *
   * @param paymentId our name of it
   * @param orderId the order it is for
   * @param amount how much
   * @param method how the customer pays
   * @param correlationId the customer intent that it belongs to
   */
  record ChargeRequest(
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      PaymentMethodToken method,
      CorrelationId correlationId) {}

  /**
   * A refund to be made.
   *
   * @param refundId our name of it
   * @param paymentId the payment it belongs to
   * @param orderId the order that was paid
   * @param charge the company's name of the charge
   * @param amount how much
   * @param correlationId the customer intent that it belongs to
   */
  record RefundRequest(
      RefundId refundId,
      PaymentId paymentId,
      OrderId orderId,
      ProcessorReference charge,
      Money amount,
      CorrelationId correlationId) {}
}
