package dev.hexwing.messaging.kafka;

import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders to which things happen. */
final class Orders {

  private static final Money PRICE = Money.ofMinor(100, "EUR");

  private Orders() {}

  /** An order whose first event is large and whose second is small. */
  static String placedWithManyLinesAndCancelled(InMemoryStore store) {
    List<OrderLine> lines =
        IntStream.range(0, 50)
            .mapToObj(i -> new OrderLine(new Sku("SKU-" + i), new Quantity(1), PRICE, 1))
            .toList();
    Order order =
        Order.place(
                new OrderId(new UUID(1, 1)),
                new CustomerId("customer-7"),
                lines,
                new DropOff(52.52, 13.405),
                Drones.OCCASION)
            .get();
    order.cancel(new CancellationReason("too much"), Drones.OCCASION).get();
    store.execute(
        stores -> {
          stores.orders().save(order);
          return order;
        });
    return order.id().toString();
  }
}
