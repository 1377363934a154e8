package dev.hexwing.application.idempotency;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.RefundId;

/** What an intent asks of the processor. */
public sealed interface Intent {

  /** The payment that it is about. */
  PaymentId paymentId();

  /**
   * To charge a customer.
   *
   * @param paymentId the payment
   */
  record Charge(PaymentId paymentId) implements Intent {}

  /**
   * To give a customer money back.
   *
   * @param paymentId the payment
   * @param refundId the refund
   */
  record GiveBack(PaymentId paymentId, RefundId refundId) implements Intent {}
}
