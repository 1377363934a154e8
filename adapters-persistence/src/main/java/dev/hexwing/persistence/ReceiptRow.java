package dev.hexwing.persistence;

import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is answered under a key, in JSON: exactly one of the three. */
record ReceiptRow(
    String correlationId,
    @Nullable OfPayment payment,
    @Nullable OfRefund refund,
    @Nullable OfOrder order) {

  record OfPayment(
      UUID paymentId,
      UUID orderId,
      long amount,
      long refunded,
      String currency,
      String status,
      @Nullable Declined declined) {}

  record OfRefund(
      UUID refundId,
      UUID paymentId,
      UUID orderId,
      long amount,
      String currency,
      String status,
      @Nullable Declined declined) {}

  record OfOrder(
      UUID orderId,
      String customerId,
      List<OrderLineRow> lines,
      double latitude,
      double longitude,
      String status,
      @Nullable UUID paymentId,
      String placedAt,
      long version,
      long total,
      String currency) {}

  record Declined(String code, String message) {
    static @Nullable Declined from(Option<DeclineReason> reason) {
      return reason.map(known -> new Declined(known.code(), known.message())).getOrNull();
    }

    static Option<DeclineReason> toDomain(@Nullable Declined declined) {
      return Option.of(declined).map(known -> new DeclineReason(known.code, known.message));
    }
  }

  static ReceiptRow from(Receipt receipt) {
    String correlationId = receipt.correlationId().value();
    return switch (receipt) {
      case Receipt.OfPayment payment -> new ReceiptRow(correlationId, payment(payment), null, null);
      case Receipt.OfRefund refund -> new ReceiptRow(correlationId, null, refund(refund), null);
      case Receipt.OfOrder order -> new ReceiptRow(correlationId, null, null, order(order));
    };
  }

  Receipt toDomain() {
    CorrelationId correlation = new CorrelationId(correlationId);
    if (payment != null) {
      return payment(payment, correlation);
    }
    if (refund != null) {
      return refund(refund, correlation);
    }
    return order(Objects.requireNonNull(order, "a receipt of nothing"), correlation);
  }

  private static OfPayment payment(Receipt.OfPayment payment) {
    return new OfPayment(
        payment.paymentId().value(),
        payment.orderId().value(),
        payment.amount().amountMinor(),
        payment.refunded().amountMinor(),
        payment.amount().currency().getCurrencyCode(),
        payment.status().name(),
        Declined.from(payment.declineReason()));
  }

  private static Receipt payment(OfPayment payment, CorrelationId correlation) {
    return new Receipt.OfPayment(
        new PaymentId(payment.paymentId),
        new OrderId(payment.orderId),
        Money.ofMinor(payment.amount, payment.currency),
        PaymentStatus.valueOf(payment.status),
        Money.ofMinor(payment.refunded, payment.currency),
        Declined.toDomain(payment.declined),
        correlation);
  }

  private static OfRefund refund(Receipt.OfRefund refund) {
    return new OfRefund(
        refund.refundId().value(),
        refund.paymentId().value(),
        refund.orderId().value(),
        refund.amount().amountMinor(),
        refund.amount().currency().getCurrencyCode(),
        refund.status().name(),
        Declined.from(refund.declineReason()));
  }

  private static Receipt refund(OfRefund refund, CorrelationId correlation) {
    return new Receipt.OfRefund(
        new RefundId(refund.refundId),
        new PaymentId(refund.paymentId),
        new OrderId(refund.orderId),
        Money.ofMinor(refund.amount, refund.currency),
        RefundStatus.valueOf(refund.status),
        Declined.toDomain(refund.declined),
        correlation);
  }

  private static OfOrder order(Receipt.OfOrder receipt) {
    OrderSnapshot order = receipt.order();
    return new OfOrder(
        order.orderId().value(),
        order.customerId().value(),
        order.lines().stream().map(OrderLineRow::from).toList(),
        order.dropOff().latitude(),
        order.dropOff().longitude(),
        order.status().name(),
        order.paymentId().map(PaymentId::value).getOrNull(),
        order.placedAt().truncatedTo(ChronoUnit.MICROS).toString(),
        order.version().value(),
        receipt.total().amountMinor(),
        receipt.total().currency().getCurrencyCode());
  }

  private static Receipt order(OfOrder order, CorrelationId correlation) {
    return new Receipt.OfOrder(
        new OrderSnapshot(
            new OrderId(order.orderId),
            new CustomerId(order.customerId),
            order.lines.stream().map(OrderLineRow::toDomain).toList(),
            new DropOff(order.latitude, order.longitude),
            OrderStatus.valueOf(order.status),
            Option.of(order.paymentId).map(PaymentId::new),
            Instant.parse(order.placedAt),
            new Version(order.version)),
        Money.ofMinor(order.total, order.currency),
        correlation);
  }
}
