package dev.hexwing.persistence;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Deliveries in their table; whoever begins to wait, or to wait again, queues at the end. */
final class JdbcDeliveries implements Deliveries {

  private static final String FIND =
      "select " + DeliveryRow.COLUMNS + " from deliveries where delivery_id = :deliveryId";

  private static final String FIND_BY_ORDER =
      "select " + DeliveryRow.COLUMNS + " from deliveries where order_id = :orderId";

  private static final String WAITING =
      """
      select delivery_id from deliveries where status = 'REQUESTED'
      order by queued_at, delivery_id limit :limit
      """;

  private static final String INSERT =
      "insert into deliveries ("
          + DeliveryRow.COLUMNS
          + ", queued_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now})";

  private static final String UPDATE =
      """
      update deliveries set
        queued_at = case when status <> 'REQUESTED' then {now} else queued_at end,
        status = ?, drone_id = ?, attempt = ?, version = ?
      where delivery_id = ? and version = ?
      """;

  private final JdbcTransaction transaction;

  JdbcDeliveries(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Delivery> find(DeliveryId deliveryId) {
    return transaction.read(handle -> one(handle.createQuery(FIND).bind("deliveryId", deliveryId)));
  }

  @Override
  public Option<Delivery> findByOrder(OrderId orderId) {
    return transaction.read(
        handle -> one(handle.createQuery(FIND_BY_ORDER).bind("orderId", orderId)));
  }

  private static Option<Delivery> one(Query query) {
    return Option.ofOptional(
        query
            .mapTo(DeliveryRow.class)
            .findOne()
            .map(DeliveryRow::toDomain)
            .map(Delivery::reconstitute));
  }

  @Override
  public List<DeliveryId> waiting(int limit) {
    return transaction.read(
        handle ->
            handle
                .createQuery(WAITING)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(DeliveryId::new)
                .list());
  }

  @Override
  public void save(Delivery delivery) {
    Version expected = delivery.storedVersion();
    DeliverySnapshot snapshot = delivery.snapshot();
    if (snapshot.version().equals(expected)) {
      return;
    }
    DeliveryRow row = DeliveryRow.from(snapshot);
    transaction.write(expected.equals(Version.NONE) ? insert(row) : update(row, expected));
    transaction.sendOff(delivery.drainEvents());
  }

  private static Write insert(DeliveryRow row) {
    return Write.inserting(INSERT, Subject.DELIVERY, row.deliveryId())
        .uuid(row.deliveryId())
        .uuid(row.orderId())
        .number(row.grams())
        .decimal(row.latitude())
        .decimal(row.longitude())
        .text(row.status())
        .text(row.droneId())
        .count(row.attempt())
        .text(row.correlationId())
        .number(row.version());
  }

  private static Write update(DeliveryRow row, Version expected) {
    return Write.changingOne(UPDATE, Subject.DELIVERY, row.deliveryId())
        .text(row.status())
        .text(row.droneId())
        .count(row.attempt())
        .number(row.version())
        .uuid(row.deliveryId())
        .number(expected.value());
  }
}
