package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.persistence.Persistence;
import java.util.ArrayList;
import java.util.List;

/** Orders stored at a steady pace, and their events on the way from the commit to a handler. */
final class OrdersInTime implements AutoCloseable {

  private final Persistence persistence;
  private final MessageBroker broker;
  private final RelaySettings settings;
  private final Arrivals arrivals = new Arrivals();

  OrdersInTime(Persistence persistence, MessageBroker broker, RelaySettings settings) {
    this.persistence = persistence;
    this.broker = broker;
    this.settings = settings;
    broker.subscribe(new Arriving(arrivals));
  }

  /** How long each event was under way, in microseconds, the shortest first. */
  long[] measure(int events) throws Exception {
    List<Order> orders = new ArrayList<>(events);
    for (int i = 0; i < events; i++) {
      orders.add(PlacedOrder.order(persistence));
    }
    try (OutboxRelay relay = OutboxRelay.start(persistence.outboxQueue(), broker, settings)) {
      // Until the first one arrives, consumers may still be agreeing on who reads what.
      arrivals.expect(1);
      store(PlacedOrder.order(persistence));
      arrivals.awaitAll();
      arrivals.expect(events);
      Pace.keep(events, item -> store(orders.get(item)));
      arrivals.awaitAll();
    }
    return arrivals.micros();
  }

  private void store(Order order) {
    persistence
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              return order;
            });
    arrivals.setOut(order.id().toString());
  }

  @Override
  public void close() {
    broker.close();
    persistence.close();
  }

  private record Arriving(Arrivals arrivals) implements EventConsumer {

    @Override
    public String name() {
      return "arriving";
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      arrivals.arrived(event.metadata().aggregateId());
    }
  }
}
