package dev.hexwing.application.idempotency;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;

/**
 * What came of an intent, as it is told to whoever asks with its key: the same every time.
 *
 * <p>A receipt is a picture of one moment; it does not follow what happens later.
 */
public sealed interface Receipt {

  /** The customer intent under which it was first answered. */
  CorrelationId correlationId();

  /**
   * What came of asking for a payment.
   *
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param amount how much
   * @param status what was known of the money
   * @param refunded what had been given back
   * @param declineReason why it was declined, if it was
   * @param correlationId the customer intent that it belongs to
   */
  record OfPayment(
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      PaymentStatus status,
      Money refunded,
      Option<DeclineReason> declineReason,
      CorrelationId correlationId)
      implements Receipt {}

  /**
   * What came of asking for a refund.
   *
   * @param refundId the refund
   * @param paymentId the payment it belongs to
   * @param orderId the order that was paid
   * @param amount how much
   * @param status what was known of it
   * @param declineReason why it was declined, if it was
   * @param correlationId the customer intent that it belongs to
   */
  record OfRefund(
      RefundId refundId,
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      RefundStatus status,
      Option<DeclineReason> declineReason,
      CorrelationId correlationId)
      implements Receipt {}

  /**
   * What came of placing or cancelling an order.
   *
   * @param order the order as it was then
   * @param total what it costs
   * @param correlationId the customer intent that it belongs to
   */
  record OfOrder(OrderSnapshot order, Money total, CorrelationId correlationId)
      implements Receipt {}
}
