package dev.hexwing.domain.testkit;

import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.testkit.OrderCommand.Cancel;
import dev.hexwing.domain.testkit.OrderCommand.ConfirmPayment;
import dev.hexwing.domain.testkit.OrderCommand.MarkDelivered;
import dev.hexwing.domain.testkit.OrderCommand.MarkDispatched;
import dev.hexwing.domain.testkit.OrderCommand.Offer;
import io.vavr.control.Option;
import java.util.List;

/** What an order must do: its answers, how far it comes, and by which payment. */
public final class OrderModel implements Model<OrderCommand, OrderSnapshot> {

  private OrderStatus status = OrderStatus.PLACED;
  private Option<PaymentId> paidBy = Option.none();

  /** The model of an order that was just placed. */
  public OrderModel() {}

  /** How far it has come by now. */
  public OrderStatus status() {
    return status;
  }

  @Override
  public Option<String> refusal(OrderCommand command) {
    return switch (command) {
      case ConfirmPayment pay -> paid(pay);
      case Cancel cancel -> from(OrderStatus.CANCELLED, OrderStatus.PLACED, OrderStatus.PAID);
      case MarkDispatched go -> from(OrderStatus.DISPATCHED, OrderStatus.PAID);
      case MarkDelivered there -> from(OrderStatus.DELIVERED, OrderStatus.DISPATCHED);
    };
  }

  @Override
  public Option<String> difference(OrderSnapshot state) {
    return state.status() == status && state.paymentId().equals(paidBy)
        ? Option.none()
        : Option.some("should be " + status + ", paid by " + paidBy);
  }

  private Option<String> paid(ConfirmPayment pay) {
    if (paidBy.isDefined()) {
      return Option.some("order.already-paid");
    }
    if (status == OrderStatus.PLACED && pay.offer() != Offer.EXACTLY) {
      return Option.some("order.amount-differs");
    }
    Option<String> refusal = from(OrderStatus.PAID, OrderStatus.PLACED);
    paidBy = refusal.isEmpty() ? Option.some(pay.paymentId()) : paidBy;
    return refusal;
  }

  private Option<String> from(OrderStatus next, OrderStatus... allowed) {
    if (!List.of(allowed).contains(status)) {
      return Option.some("order.wrong-status");
    }
    status = next;
    return Option.none();
  }
}
