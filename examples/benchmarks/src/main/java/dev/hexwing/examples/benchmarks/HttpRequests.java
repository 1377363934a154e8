package dev.hexwing.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as a client would send them. */
final class HttpRequests {

  private HttpRequests() {}

  static List<String> payments(String path, List<PlacedOrder> orders) {
    return orders.stream().map(order -> payment(path, order)).toList();
  }

  private static String payment(String path, PlacedOrder order) {
    String body =
        "{\"orderId\":\"%s\",\"amount\":%d,\"currency\":\"EUR\",\"paymentMethod\":\"%s\"}"
            .formatted(order.orderId(), order.total().amountMinor(), Shop.METHOD.value());
    return head("POST", path)
        + "Content-Type: application/json\r\nIdempotency-Key: \""
        + Shop.key(order)
        + "\"\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  static List<String> orders(List<PlacedOrder> orders) {
    return orders.stream().map(order -> get("/v1/orders/" + order.orderId())).toList();
  }

  static String get(String path) {
    return head("GET", path) + "\r\n";
  }

  private static String head(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
        + "User-Agent: hexwing-benchmark\r\n";
  }

  /** As long as an order of two lines. */
  static byte[] orderLike() {
    return ("{\"pad\":\"" + "x".repeat(440) + "\"}").getBytes(StandardCharsets.US_ASCII);
  }
}
