package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.shared.Money;
import java.util.UUID;

/** The same texts that Hexwing stores, put together by hand. */
final class FloorJson {

  private FloorJson() {}

  static String requested(PlacedOrder order, UUID paymentId) {
    return names(order, paymentId) + amount(order) + ",\"method\":\"" + Shop.METHOD.value() + "\"}";
  }

  static String confirmed(PlacedOrder order, UUID paymentId) {
    return names(order, paymentId) + amount(order) + ",\"reference\":\"pi_" + paymentId + "\"}";
  }

  private static String names(PlacedOrder order, UUID paymentId) {
    return "{\"paymentId\":\"" + paymentId + "\",\"orderId\":\"" + order.orderId() + "\"";
  }

  private static String amount(PlacedOrder order) {
    return ",\"amount\":{\"amount\":" + order.total().amountMinor() + ",\"currency\":\"EUR\"}";
  }

  static String receipt(PlacedOrder order, UUID paymentId, String correlation) {
    return "{\"correlationId\":\""
        + correlation
        + "\",\"payment\":{\"amount\":"
        + order.total().amountMinor()
        + ",\"currency\":\"EUR\",\"orderId\":\""
        + order.orderId()
        + "\",\"paymentId\":\""
        + paymentId
        + "\",\"refunded\":0,\"status\":\"CONFIRMED\"}}";
  }

  /** The lines of an order as a row has them, or an event if its price has a name of its own. */
  static String lines(OrderSnapshot order, String price) {
    StringBuilder text = new StringBuilder(200).append('[');
    for (OrderLine line : order.lines()) {
      text.append(text.length() == 1 ? "" : ",")
          .append("{\"sku\":\"")
          .append(line.sku().value())
          .append("\",\"quantity\":")
          .append(line.quantity().value())
          .append(price.isEmpty() ? "" : ",\"" + price + "\":{")
          .append(price.isEmpty() ? "," : "")
          .append("\"amount\":")
          .append(line.unitPrice().amountMinor())
          .append(",\"currency\":\"EUR\"")
          .append(price.isEmpty() ? "" : "}")
          .append(price.isEmpty() ? ",\"grams\":" : ",\"unitGrams\":")
          .append(line.unitGrams())
          .append('}');
    }
    return text.append(']').toString();
  }

  static String placed(OrderSnapshot order, Money total) {
    return "{\"orderId\":\""
        + order.orderId()
        + "\",\"customerId\":\""
        + order.customerId().value()
        + "\",\"lines\":"
        + lines(order, "unitPrice")
        + ",\"total\":{\"amount\":"
        + total.amountMinor()
        + ",\"currency\":\"EUR\"},\"dropOff\":{\"latitude\":"
        + order.dropOff().latitude()
        + ",\"longitude\":"
        + order.dropOff().longitude()
        + "}}";
  }
}
