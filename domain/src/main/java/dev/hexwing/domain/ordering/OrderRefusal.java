package dev.hexwing.domain.ordering;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.Currency;

/** What an order says no to, and why. */
public sealed interface OrderRefusal extends DomainError {

  /**
   * No lines, or too many.
   *
   * @param lines how many there were
   */
  record LineCountOutOfRange(int lines) implements OrderRefusal {
    @Override
    public String code() {
      return "order.line-count";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "an order has 1 to " + Order.MOST_LINES + " lines, not " + lines;
    }

    @Override
    public Option<String> field() {
      return Option.of("lines");
    }
  }

  /**
   * One product on two lines.
   *
   * @param sku the product
   */
  record DuplicateSku(Sku sku) implements OrderRefusal {
    @Override
    public String code() {
      return "order.duplicate-sku";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return sku + " stands on more than one line";
    }

    @Override
    public Option<String> field() {
      return Option.of("lines");
    }
  }

  /**
   * Lines in two currencies.
   *
   * @param first the currency of the first line
   * @param other another line's
   */
  record MixedCurrencies(Currency first, Currency other) implements OrderRefusal {
    @Override
    public String code() {
      return "order.mixed-currencies";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "an order has one currency, not " + first + " and " + other;
    }

    @Override
    public Option<String> field() {
      return Option.of("lines");
    }
  }

  /**
   * A sum that cannot be counted in {@code long} minor units.
   *
   * @param currency the order's currency
   */
  record TotalTooLarge(Currency currency) implements OrderRefusal {
    @Override
    public String code() {
      return "order.total-too-large";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the total is beyond what can be counted in " + currency;
    }

    @Override
    public Option<String> field() {
      return Option.of("lines");
    }
  }

  /**
   * Not the sum that the order costs.
   *
   * @param total what it costs
   * @param offered what was paid
   */
  record AmountDiffers(Money total, Money offered) implements OrderRefusal {
    @Override
    public String code() {
      return "order.amount-differs";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the order costs " + total + ", not " + offered;
    }
  }

  /**
   * The order has been paid.
   *
   * @param paymentId by which payment
   */
  record AlreadyPaid(PaymentId paymentId) implements OrderRefusal {
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
      return "the order was paid by " + paymentId;
    }
  }

  /**
   * The command does not fit how far the order has come.
   *
   * @param command what was asked
   * @param status how far the order is
   */
  record WrongStatus(String command, OrderStatus status) implements OrderRefusal {
    @Override
    public String code() {
      return "order.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " an order that is " + status;
    }
  }
}
