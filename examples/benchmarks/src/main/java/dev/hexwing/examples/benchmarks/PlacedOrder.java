package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.persistence.Persistence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order that waits to be paid. */
record PlacedOrder(OrderId orderId, Money total) {

  private static final int BATCH = 100;

  /** Orders of two lines, many to a transaction. */
  static List<PlacedOrder> place(BenchDatabase database, int count) {
    List<PlacedOrder> placed = new ArrayList<>(count);
    try (Persistence persistence = database.open()) {
      while (placed.size() < count) {
        List<Order> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
          Order order = order(persistence);
          batch.add(order);
          placed.add(new PlacedOrder(order.id(), order.total()));
        }
        persistence
            .unitOfWork()
            .execute(
                stores -> {
                  batch.forEach(stores.orders()::save);
                  return batch;
                });
      }
    }
    return placed;
  }

  /** One that is not stored yet. */
  static Order order(Persistence persistence) {
    OrderId orderId = new OrderId(persistence.ids().next());
    return Order.place(
            orderId,
            new CustomerId("anonymous"),
            List.of(
                new OrderLine(
                    new Sku("COFFEE-250"), new Quantity(2), Money.ofMinor(1250, "EUR"), 250),
                new OrderLine(
                    new Sku("MUG-BLUE"), new Quantity(1), Money.ofMinor(2500, "EUR"), 400)),
            new DropOff(52.52, 13.405),
            Occasion.of(Instant.now(), new CorrelationId(orderId.toString())))
        .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
  }
}
