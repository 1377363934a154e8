package dev.hexwing.application.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Money;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What an order owes, in payments' own words. */
@SecondaryPort
public interface AmountsDue {

  /** What is due for an order now. */
  AmountDue of(OrderId orderId);

  /** What may be due. */
  sealed interface AmountDue {}

  /**
   * This much.
   *
   * @param amount what is due, above zero
   */
  record Due(Money amount) implements AmountDue {}

  /**
   * Nothing any more.
   *
   * @param paymentId the payment that paid it
   */
  record Paid(PaymentId paymentId) implements AmountDue {}

  /** Nothing, because the order was called off. */
  record CalledOff() implements AmountDue {}

  /** There is no such order. */
  record NoSuchOrder() implements AmountDue {}
}
