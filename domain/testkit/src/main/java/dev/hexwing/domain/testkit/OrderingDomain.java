package dev.hexwing.domain.testkit;

import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;

/** Ordering, for {@code @Domain(OrderingDomain.class)}. */
public final class OrderingDomain extends ArbitraryContext {

  /** For jqwik, which makes one for each property. */
  public OrderingDomain() {
    provide(OrderId.class, OrderingValues::orderIds);
    provide(CustomerId.class, OrderingValues::customerIds);
    provide(Sku.class, OrderingValues::skus);
    provide(Quantity.class, OrderingValues::quantities);
    provide(DropOff.class, OrderingValues::dropOffs);
    provide(CancellationReason.class, OrderingValues::cancellationReasons);
    provide(OrderLine.class, OrderingValues::orderLine);
    provide(OrderLives.Placement.class, OrderLives::placements);
    provide(Order.class, OrderLives::orders);
    provide(OrderSnapshot.class, () -> OrderLives.orders().map(Order::snapshot));
    provide(OrderCommand.class, OrderLives::commands);
    provideEach(OrderEvent.class, OrderLives::events, OrderLives::events);
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(OrderCommand.class),
                TypeUsage.of(OrderSnapshot.class),
                TypeUsage.of(OrderEvent.class))),
        OrderLives::lives);
  }
}
