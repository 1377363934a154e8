package dev.hexwing.application.payments;

import dev.hexwing.application.ordering.FindOrder;
import dev.hexwing.application.ordering.OrderView;
import dev.hexwing.domain.ordering.OrderId;

/** Translates an order, as ordering shows it, into what it owes. */
public final class OrderAmountsTranslator implements AmountsDue {

  private final FindOrder findOrder;

  /** A translator over ordering's query. */
  public OrderAmountsTranslator(FindOrder findOrder) {
    this.findOrder = findOrder;
  }

  @Override
  public AmountDue of(OrderId orderId) {
    return findOrder
        .find(orderId)
        .map(OrderAmountsTranslator::translate)
        .getOrElse(NoSuchOrder::new);
  }

  private static AmountDue translate(OrderView view) {
    return switch (view.order().status()) {
      case PLACED -> new Due(view.total());
      case PAID, DISPATCHED, DELIVERED -> new Paid(view.order().paymentId().get());
      case CANCELLED -> new CalledOff();
    };
  }
}
