package dev.hexwing.application.testkit;

import dev.hexwing.application.ordering.OrderList;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;

/** Orders in memory. */
final class InMemoryOrders implements Orders, OrderList {

  /** As databases compare UUIDs: byte by byte, which is how their text compares. */
  private static final Comparator<OrderSnapshot> NEWEST_FIRST =
      Comparator.comparing((OrderSnapshot order) -> text(order.orderId())).reversed();

  private final InMemoryTransaction transaction;

  InMemoryOrders(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Order> find(OrderId orderId) {
    return transaction.view().orders.get(orderId).map(Order::reconstitute);
  }

  @Override
  public void save(Order order) {
    Version expected = order.storedVersion();
    OrderSnapshot snapshot = kept(order.snapshot());
    if (snapshot.version().equals(expected)) {
      return;
    }
    List<DomainEvent> events = order.drainEvents().stream().map(Moments::kept).toList();
    transaction.write(
        tables -> {
          Version found =
              tables
                  .orders
                  .get(snapshot.orderId())
                  .map(OrderSnapshot::version)
                  .getOrElse(Version.NONE);
          Tables.require(found.equals(expected), Subject.ORDER, snapshot.orderId());
          tables.orders = tables.orders.put(snapshot.orderId(), snapshot);
          tables.sendOff(events, transaction.now());
        });
  }

  @Override
  public List<OrderSnapshot> newestFirst(Option<OrderId> before, int limit) {
    return transaction
        .view()
        .orders
        .values()
        .filter(order -> before.forAll(than -> text(order.orderId()).compareTo(text(than)) < 0))
        .toSortedSet(NEWEST_FIRST)
        .take(limit)
        .toJavaList();
  }

  static OrderSnapshot kept(OrderSnapshot order) {
    return new OrderSnapshot(
        order.orderId(),
        order.customerId(),
        order.lines(),
        order.dropOff(),
        order.status(),
        order.paymentId(),
        Moments.kept(order.placedAt()),
        order.version());
  }

  private static String text(OrderId orderId) {
    return orderId.toString();
  }
}
