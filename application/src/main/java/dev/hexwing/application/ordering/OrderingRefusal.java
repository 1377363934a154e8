package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Option;

/** What ordering's use cases refuse beside what an order refuses itself. */
public sealed interface OrderingRefusal extends DomainError {

  /**
   * No order of that name.
   *
   * @param orderId the name
   */
  record UnknownOrder(OrderId orderId) implements OrderingRefusal {
    @Override
    public String code() {
      return "order.unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no order " + orderId;
    }
  }

  /**
   * Not in the catalogue.
   *
   * @param sku the name
   */
  record UnknownProduct(Sku sku) implements OrderingRefusal {
    @Override
    public String code() {
      return "order.unknown-sku";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "there is no product " + sku;
    }

    @Override
    public Option<String> field() {
      return Option.of("lines");
    }
  }
}
