package dev.hexwing.application.exactlyonce;

import dev.hexwing.application.delivery.Fleet;
import dev.hexwing.application.events.ConsumerStarts;
import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.journey.JourneyRebuilds;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.application.ordering.OrderList;
import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.Stores;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.Payments;
import io.vavr.control.Option;
import java.util.List;

/** Stores in which every order's place is always free. */
record StoresWithoutSlot(Stores real) implements Stores {

  @Override
  public OpenPayments openPayments() {
    return new OpenPayments() {
      @Override
      public Option<PaymentId> find(OrderId orderId) {
        return Option.none();
      }

      @Override
      public List<PaymentId> list(Option<OrderId> after, int limit) {
        return List.of();
      }

      @Override
      public void claim(OrderId orderId, PaymentId paymentId) {}

      @Override
      public void release(OrderId orderId, PaymentId paymentId) {}
    };
  }

  @Override
  public Orders orders() {
    return real.orders();
  }

  @Override
  public OrderList orderList() {
    return real.orderList();
  }

  @Override
  public Payments payments() {
    return real.payments();
  }

  @Override
  public Drones drones() {
    return real.drones();
  }

  @Override
  public Fleet fleet() {
    return real.fleet();
  }

  @Override
  public Deliveries deliveries() {
    return real.deliveries();
  }

  @Override
  public IdempotencyKeys keys() {
    return real.keys();
  }

  @Override
  public Inbox inbox() {
    return real.inbox();
  }

  @Override
  public ConsumerStarts consumerStarts() {
    return real.consumerStarts();
  }

  @Override
  public Journeys journeys() {
    return real.journeys();
  }

  @Override
  public JourneyRebuilds journeyRebuilds() {
    return real.journeyRebuilds();
  }

  @Override
  public EventHistory history() {
    return real.history();
  }
}
