package dev.hexwing.application.testkit.crash;

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
import dev.hexwing.application.testkit.crash.Step.Kind;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.payments.Payments;

/** The stores of one transaction, or of one read, each use of which is a step of this kind. */
record WatchedStores(Stores real, Node node, Kind kind) implements Stores {

  private <T> T used(String what, T store) {
    node.pass(kind, what);
    return store;
  }

  @Override
  public Orders orders() {
    return used("orders", real.orders());
  }

  @Override
  public OrderList orderList() {
    return used("the order list", real.orderList());
  }

  @Override
  public Payments payments() {
    return used("payments", real.payments());
  }

  @Override
  public OpenPayments openPayments() {
    return used("open payments", real.openPayments());
  }

  @Override
  public Drones drones() {
    return used("drones", real.drones());
  }

  @Override
  public Fleet fleet() {
    return used("the fleet", real.fleet());
  }

  @Override
  public Deliveries deliveries() {
    return used("deliveries", real.deliveries());
  }

  @Override
  public IdempotencyKeys keys() {
    return used("keys", real.keys());
  }

  @Override
  public Inbox inbox() {
    return used("the inbox", real.inbox());
  }

  @Override
  public ConsumerStarts consumerStarts() {
    return used("consumerStarts", real.consumerStarts());
  }

  @Override
  public Journeys journeys() {
    return used("journeys", real.journeys());
  }

  @Override
  public JourneyRebuilds journeyRebuilds() {
    return used("journeyRebuilds", real.journeyRebuilds());
  }

  @Override
  public EventHistory history() {
    return used("history", real.history());
  }
}
