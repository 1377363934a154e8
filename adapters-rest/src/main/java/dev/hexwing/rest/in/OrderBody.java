package dev.hexwing.rest.in;

import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.shared.Money;
import java.util.List;

/** An order as it is sent. */
record OrderBody(
    String orderId, OrderStatus status, List<Line> lines, MoneyBody total, String placedAt) {

  record Line(String sku, int quantity, MoneyBody unitPrice, MoneyBody lineTotal) {
    static Line of(OrderLine line) {
      return new Line(
          line.sku().value(),
          line.quantity().value(),
          MoneyBody.of(line.unitPrice()),
          MoneyBody.of(line.total()));
    }
  }

  static OrderBody of(OrderSnapshot order, Money total) {
    return new OrderBody(
        order.orderId().toString(),
        order.status(),
        order.lines().stream().map(Line::of).toList(),
        MoneyBody.of(total),
        order.placedAt().toString());
  }
}
