package dev.hexwing.application.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.util.List;

/** The one place per order that a payment must hold before money may move. */
public interface OpenPayments {

  /** The payment that holds the order's place; none if it is free. */
  Option<PaymentId> find(OrderId orderId);

  /**
   * The payments that hold places, in the order of their orders' names.
   *
   * @param after only those of orders whose name comes after this one, if given; it need not exist
   * @param limit the most to hand back, 1 to 101
   */
  List<PaymentId> list(Option<OrderId> after, int limit);

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
