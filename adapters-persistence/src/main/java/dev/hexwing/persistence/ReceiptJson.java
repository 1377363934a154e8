package dev.hexwing.persistence;

import dev.hexwing.persistence.ReceiptRow.Declined;
import dev.hexwing.persistence.ReceiptRow.OfOrder;
import dev.hexwing.persistence.ReceiptRow.OfPayment;
import dev.hexwing.persistence.ReceiptRow.OfRefund;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stored answer member by member: every replay reads one, and binding it to records by
 * reflection took a fifth of the replay's time.
 */
final class ReceiptJson {

  private ReceiptJson() {}

  static ReceiptRow read(String json) {
    Members receipt = Members.read(json);
    String correlationId = receipt.text("correlationId");
    @Nullable Members payment = receipt.objectIfAny("payment");
    @Nullable Members refund = receipt.objectIfAny("refund");
    @Nullable Members order = receipt.objectIfAny("order");
    return new ReceiptRow(
        correlationId,
        payment == null ? null : payment(payment),
        refund == null ? null : refund(refund),
        order == null ? null : order(order));
  }

  private static OfPayment payment(Members payment) {
    return new OfPayment(
        payment.uuid("paymentId"),
        payment.uuid("orderId"),
        payment.whole("amount"),
        payment.whole("refunded"),
        payment.text("currency"),
        payment.text("status"),
        declined(payment));
  }

  private static OfRefund refund(Members refund) {
    return new OfRefund(
        refund.uuid("refundId"),
        refund.uuid("paymentId"),
        refund.uuid("orderId"),
        refund.whole("amount"),
        refund.text("currency"),
        refund.text("status"),
        declined(refund));
  }

  private static OfOrder order(Members order) {
    return new OfOrder(
        order.uuid("orderId"),
        order.text("customerId"),
        lines(order.objects("lines")),
        order.real("latitude"),
        order.real("longitude"),
        order.text("status"),
        order.uuidIfAny("paymentId"),
        order.text("placedAt"),
        order.whole("version"),
        order.whole("total"),
        order.text("currency"));
  }

  private static List<OrderLineRow> lines(List<Members> lines) {
    List<OrderLineRow> rows = new ArrayList<>(lines.size());
    for (Members line : lines) {
      rows.add(
          new OrderLineRow(
              line.text("sku"),
              line.count("quantity"),
              line.whole("amount"),
              line.text("currency"),
              line.count("grams")));
    }
    return rows;
  }

  private static @Nullable Declined declined(Members receipt) {
    @Nullable Members declined = receipt.objectIfAny("declined");
    return declined == null ? null : new Declined(declined.text("code"), declined.text("message"));
  }
}
