package dev.hexwing.application.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;

/** The one place per order that a payment must hold before money may move. */
public interface OpenPayments {

  /** The payment that holds the order's place; none if it is free. */
  Option<PaymentId> find(OrderId orderId);

  /**
   * Takes the order's place.
   *
   * <p>If it is taken, the transaction fails as a write conflict on the open payment, at once or at
   * commit.
   */
  void claim(OrderId orderId, PaymentId paymentId);

  /** Frees the order's place, if this payment holds it. */
  void release(OrderId orderId, PaymentId paymentId);
}
