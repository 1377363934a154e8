package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.shared.Money;

/**
 * An order as it is shown.
 *
 * @param order its state
 * @param total what it costs
 */
public record OrderView(OrderSnapshot order, Money total) {

  static OrderView of(Order order) {
    return new OrderView(order.snapshot(), order.total());
  }

  static OrderView of(OrderSnapshot snapshot) {
    return new OrderView(snapshot, Order.reconstitute(snapshot).total());
  }
}
