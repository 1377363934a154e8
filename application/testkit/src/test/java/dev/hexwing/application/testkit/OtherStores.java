package dev.hexwing.application.testkit;

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
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.payments.Payments;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stores of which some are others than the adapter's own. */
public class OtherStores implements Stores {

  private final Stores real;

  /** All of them the adapter's own, until one is overridden. */
  public OtherStores(Stores real) {
    this.real = real;
  }

  /** Transactions that hand out other stores. */
  public static UnitOfWork in(UnitOfWork real, UnaryOperator<Stores> others) {
    return new UnitOfWork() {
      @Override
      public <R> R execute(Function<Stores, R> work) {
        return real.execute(stores -> work.apply(others.apply(stores)));
      }

      @Override
      public <R> R read(Function<Stores, R> work) {
        return real.read(stores -> work.apply(others.apply(stores)));
      }
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
  public OpenPayments openPayments() {
    return real.openPayments();
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
