package dev.hexwing.application.testkit;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;

/** Deliveries in memory, in the order in which they began to wait. */
final class InMemoryDeliveries implements Deliveries {

  private final InMemoryTransaction transaction;

  InMemoryDeliveries(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Delivery> find(DeliveryId deliveryId) {
    return stored(transaction.view(), deliveryId).map(Delivery::reconstitute);
  }

  @Override
  public Option<Delivery> findByOrder(OrderId orderId) {
    Tables view = transaction.view();
    return view.deliveryOf
        .get(orderId)
        .flatMap(deliveryId -> stored(view, deliveryId))
        .map(Delivery::reconstitute);
  }

  @Override
  public List<DeliveryId> waiting(int limit) {
    return transaction
        .view()
        .deliveries
        .values()
        .filter(delivery -> delivery.status() == DeliveryStatus.REQUESTED)
        .map(DeliverySnapshot::deliveryId)
        .take(limit)
        .toJavaList();
  }

  @Override
  public void save(Delivery delivery) {
    Version expected = delivery.storedVersion();
    DeliverySnapshot snapshot = delivery.snapshot();
    if (snapshot.version().equals(expected)) {
      return;
    }
    List<DomainEvent> events = delivery.drainEvents().stream().map(Moments::kept).toList();
    transaction.write(
        tables -> {
          Option<DeliverySnapshot> before = stored(tables, snapshot.deliveryId());
          Version found = before.map(DeliverySnapshot::version).getOrElse(Version.NONE);
          boolean onlyOne =
              tables.deliveryOf.get(snapshot.orderId()).forAll(snapshot.deliveryId()::equals);
          Tables.require(
              found.equals(expected) && onlyOne, Subject.DELIVERY, snapshot.deliveryId());
          put(tables, snapshot, before);
          tables.sendOff(events, transaction.now());
        });
  }

  /** Whoever begins to wait, or to wait again, queues at the end. */
  private static void put(
      Tables tables, DeliverySnapshot snapshot, Option<DeliverySnapshot> before) {
    DeliveryId deliveryId = snapshot.deliveryId();
    boolean queues =
        snapshot.status() == DeliveryStatus.REQUESTED
            && before.forAll(known -> known.status() != DeliveryStatus.REQUESTED);
    long position =
        tables
            .deliveryPositions
            .get(deliveryId)
            .filter(known -> !queues)
            .getOrElse(tables::nextPosition);
    tables
        .deliveryPositions
        .get(deliveryId)
        .forEach(known -> tables.deliveries = tables.deliveries.remove(known));
    tables.deliveries = tables.deliveries.put(position, snapshot);
    tables.deliveryPositions = tables.deliveryPositions.put(deliveryId, position);
    tables.deliveryOf = tables.deliveryOf.put(snapshot.orderId(), deliveryId);
  }

  private static Option<DeliverySnapshot> stored(Tables tables, DeliveryId deliveryId) {
    return tables.deliveryPositions.get(deliveryId).flatMap(tables.deliveries::get);
  }
}
