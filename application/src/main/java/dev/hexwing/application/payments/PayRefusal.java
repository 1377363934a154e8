package dev.hexwing.application.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.time.Duration;

/** What payments' use cases refuse beside what a payment refuses itself. */
public sealed interface PayRefusal extends DomainError {

  /**
   * No order of that name.
   *
   * @param orderId the name
   */
  record UnknownOrder(OrderId orderId) implements PayRefusal {
    @Override
    public String code() {
      return "payment.unknown-order";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no order " + orderId;
    }

    @Override
    public Option<String> field() {
      return Option.of("orderId");
    }
  }

  /**
   * No payment of that name.
   *
   * @param paymentId the name
   */
  record UnknownPayment(PaymentId paymentId) implements PayRefusal {
    @Override
    public String code() {
      return "payment.unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no payment " + paymentId;
    }
  }

  /**
   * Not what is due.
   *
   * @param due what is due
   * @param offered what was offered
   */
  record AmountDiffers(Money due, Money offered) implements PayRefusal {
    @Override
    public String code() {
      return "payment.amount-differs";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the order costs " + due + ", not " + offered;
    }

    @Override
    public Option<String> field() {
      return Option.of("amount");
    }
  }

  /**
   * The order was called off.
   *
   * @param orderId the order
   */
  record OrderCancelled(OrderId orderId) implements PayRefusal {
    @Override
    public String code() {
      return "payment.order-cancelled";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + orderId + " was cancelled";
    }
  }

  /**
   * The order has been paid.
   *
   * @param orderId the order
   * @param paymentId by which payment
   */
  record OrderAlreadyPaid(OrderId orderId, PaymentId paymentId) implements PayRefusal {
    @Override
    public String code() {
      return "order.already-paid";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + orderId + " was paid by payment " + paymentId;
    }
  }

  /**
   * Another payment of the order is under way.
   *
   * @param orderId the order
   * @param paymentId which payment
   */
  record PaymentAlreadyOpen(OrderId orderId, PaymentId paymentId) implements PayRefusal {
    @Override
    public String code() {
      return "payment.already-open";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payment " + paymentId + " of order " + orderId + " is under way";
    }
  }

  /**
   * The request certainly did not reach the processor; nothing was kept and the key is free.
   *
   * @param retryAfter when to try again
   */
  record ProcessorAway(Duration retryAfter) implements PayRefusal {
    @Override
    public String code() {
      return "processor.unavailable";
    }

    @Override
    public Kind kind() {
      return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
      return "payments cannot be taken right now; try again with the same key";
    }
  }
}
