package dev.hexwing.examples.benchmarks;

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
}
