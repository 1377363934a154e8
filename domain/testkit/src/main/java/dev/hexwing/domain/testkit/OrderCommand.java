package dev.hexwing.domain.testkit;

import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.util.Currency;

/** What an order can be asked to do. */
public sealed interface OrderCommand extends Command<Order> {

  @Override
  Either<OrderRefusal, ?> carryOut(Order order);

  /** How much is paid, seen from the total. */
  enum Offer {
    /** Exactly the total. */
    EXACTLY,
    /** A minor unit less. */
    ONE_LESS,
    /** A minor unit more. */
    ONE_MORE,
    /** The figure of the total, in another currency. */
    OTHER_CURRENCY;

    /** The amount for an order of this total. */
    public Money of(Money total) {
      return switch (this) {
        case EXACTLY -> total;
        case ONE_LESS -> new Money(total.amountMinor() - 1, total.currency());
        case ONE_MORE -> new Money(total.amountMinor() + 1, total.currency());
        case OTHER_CURRENCY -> new Money(total.amountMinor(), other(total.currency()));
      };
    }

    private static Currency other(Currency currency) {
      return Currency.getInstance(currency.getCurrencyCode().equals("EUR") ? "USD" : "EUR");
    }
  }

  /**
   * {@link Order#confirmPayment}.
   *
   * @param paymentId by which payment
   * @param offer of how much
   * @param occasion when and why
   */
  record ConfirmPayment(PaymentId paymentId, Offer offer, Occasion occasion)
      implements OrderCommand {
    @Override
    public Either<OrderRefusal, ?> carryOut(Order order) {
      return order.confirmPayment(paymentId, offer.of(order.total()), occasion);
    }
  }

  /**
   * {@link Order#cancel}.
   *
   * @param reason why
   * @param occasion when and why
   */
  record Cancel(CancellationReason reason, Occasion occasion) implements OrderCommand {
    @Override
    public Either<OrderRefusal, ?> carryOut(Order order) {
      return order.cancel(reason, occasion);
    }
  }

  /**
   * {@link Order#markDispatched}.
   *
   * @param occasion when and why
   */
  record MarkDispatched(Occasion occasion) implements OrderCommand {
    @Override
    public Either<OrderRefusal, ?> carryOut(Order order) {
      return order.markDispatched(occasion);
    }
  }

  /**
   * {@link Order#markDelivered}.
   *
   * @param occasion when and why
   */
  record MarkDelivered(Occasion occasion) implements OrderCommand {
    @Override
    public Either<OrderRefusal, ?> carryOut(Order order) {
      return order.markDelivered(occasion);
    }
  }
}
