package dev.hexwing.persistence;

import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as it stands in the table. */
record OrderRow(
    UUID orderId,
    String customerId,
    List<OrderLineRow> lines,
    double latitude,
    double longitude,
    long totalAmount,
    String currency,
    String status,
    @Nullable UUID paymentId,
    Instant placedAt,
    long version) {

  static final String COLUMNS =
      """
      order_id, customer_id, lines, latitude, longitude, total_amount, currency, status,
      payment_id, placed_at, version
      """;

  static OrderRow from(OrderSnapshot order, Money total) {
    return new OrderRow(
        order.orderId().value(),
        order.customerId().value(),
        order.lines().stream().map(OrderLineRow::from).toList(),
        order.dropOff().latitude(),
        order.dropOff().longitude(),
        total.amountMinor(),
        total.currency().getCurrencyCode(),
        order.status().name(),
        order.paymentId().map(PaymentId::value).getOrNull(),
        order.placedAt(),
        order.version().value());
  }

  static OrderRow read(ResultSet row) throws SQLException {
    return new OrderRow(
        Columns.uuid(row, "order_id"),
        Columns.text(row, "customer_id"),
        Json.lines(Columns.text(row, "lines")),
        row.getDouble("latitude"),
        row.getDouble("longitude"),
        row.getLong("total_amount"),
        Columns.text(row, "currency"),
        Columns.text(row, "status"),
        Columns.uuidIfAny(row, "payment_id"),
        Columns.moment(row, "placed_at"),
        row.getLong("version"));
  }

  OrderSnapshot toDomain() {
    return new OrderSnapshot(
        new OrderId(orderId),
        new CustomerId(customerId),
        lines.stream().map(OrderLineRow::toDomain).toList(),
        new DropOff(latitude, longitude),
        OrderStatus.valueOf(status),
        Option.of(paymentId).map(PaymentId::new),
        placedAt,
        new Version(version));
  }
}
