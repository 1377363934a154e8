package dev.hexwing.persistence;

import dev.hexwing.persistence.ReceiptRow.Declined;
import dev.hexwing.persistence.ReceiptRow.OfOrder;
import dev.hexwing.persistence.ReceiptRow.OfPayment;
import dev.hexwing.persistence.ReceiptRow.OfRefund;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a stored answer member by member: every replay reads one, and binding it to records by
 * reflection took a fifth of the replay's time.
 */
final class ReceiptJson {

  private ReceiptJson() {}

  static ReceiptRow read(String json) {
    JsonNode receipt = Json.tree(json);
    @Nullable JsonNode payment = receipt.get("payment");
    @Nullable JsonNode refund = receipt.get("refund");
    @Nullable JsonNode order = receipt.get("order");
    return new ReceiptRow(
        text(receipt, "correlationId"),
        payment == null ? null : payment(payment),
        refund == null ? null : refund(refund),
        order == null ? null : order(order));
  }

  private static OfPayment payment(JsonNode payment) {
    return new OfPayment(
        uuid(payment, "paymentId"),
        uuid(payment, "orderId"),
        whole(payment, "amount"),
        whole(payment, "refunded"),
        text(payment, "currency"),
        text(payment, "status"),
        declined(payment));
  }

  private static OfRefund refund(JsonNode refund) {
    return new OfRefund(
        uuid(refund, "refundId"),
        uuid(refund, "paymentId"),
        uuid(refund, "orderId"),
        whole(refund, "amount"),
        text(refund, "currency"),
        text(refund, "status"),
        declined(refund));
  }

  private static OfOrder order(JsonNode order) {
    return new OfOrder(
        uuid(order, "orderId"),
        text(order, "customerId"),
        lines(order.required("lines")),
        order.required("latitude").asDouble(),
        order.required("longitude").asDouble(),
        text(order, "status"),
        order.has("paymentId") ? uuid(order, "paymentId") : null,
        text(order, "placedAt"),
        whole(order, "version"),
        whole(order, "total"),
        text(order, "currency"));
  }

  private static List<OrderLineRow> lines(JsonNode lines) {
    List<OrderLineRow> rows = new ArrayList<>();
    for (JsonNode line : lines) {
      rows.add(
          new OrderLineRow(
              text(line, "sku"),
              line.required("quantity").asInt(),
              whole(line, "amount"),
              text(line, "currency"),
              line.required("grams").asInt()));
    }
    return rows;
  }

  private static @Nullable Declined declined(JsonNode receipt) {
    @Nullable JsonNode declined = receipt.get("declined");
    return declined == null
        ? null
        : new Declined(text(declined, "code"), text(declined, "message"));
  }

  private static String text(JsonNode json, String member) {
    return json.required(member).asString();
  }

  private static long whole(JsonNode json, String member) {
    return json.required(member).asLong();
  }

  private static UUID uuid(JsonNode json, String member) {
    return UUID.fromString(text(json, member));
  }
}
