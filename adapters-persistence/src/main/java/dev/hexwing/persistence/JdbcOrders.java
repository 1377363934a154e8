package dev.hexwing.persistence;

import dev.hexwing.application.ordering.OrderList;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** Orders in their table. */
final class JdbcOrders implements Orders, OrderList {

  private static final Lookup<OrderRow> FIND =
      new Lookup<>(
          "select " + OrderRow.COLUMNS + " from orders where order_id = ?", OrderRow::read);

  private static final String NEWEST_FIRST =
      "select " + OrderRow.COLUMNS + " from orders order by order_id desc limit :limit";

  private static final String NEWEST_FIRST_BEFORE =
      "select "
          + OrderRow.COLUMNS
          + " from orders where order_id < :before order by order_id desc limit :limit";

  private static final String INSERT =
      "insert into orders (" + OrderRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Nothing else of an order ever changes. */
  private static final String UPDATE =
      """
      update orders set status = ?, payment_id = ?, version = ?
      where order_id = ? and version = ?
      """;

  private final JdbcTransaction transaction;

  JdbcOrders(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Order> find(OrderId orderId) {
    return transaction.find(FIND, orderId.value()).map(OrderRow::toDomain).map(Order::reconstitute);
  }

  @Override
  public void save(Order order) {
    Version expected = order.storedVersion();
    OrderSnapshot snapshot = order.snapshot();
    if (snapshot.version().equals(expected)) {
      return;
    }
    OrderRow row = OrderRow.from(snapshot, order.total());
    transaction.write(expected.equals(Version.NONE) ? insert(row) : update(row, expected));
    transaction.sendOff(order.drainEvents());
  }

  static Write insert(OrderRow row) {
    return Write.inserting(INSERT, Subject.ORDER, row.orderId())
        .uuid(row.orderId())
        .text(row.customerId())
        .text(Json.write(row.lines()))
        .decimal(row.latitude())
        .decimal(row.longitude())
        .number(row.totalAmount())
        .text(row.currency())
        .text(row.status())
        .uuid(row.paymentId())
        .moment(row.placedAt())
        .number(row.version());
  }

  private static Write update(OrderRow row, Version expected) {
    return Write.changingOne(UPDATE, Subject.ORDER, row.orderId())
        .text(row.status())
        .uuid(row.paymentId())
        .number(row.version())
        .uuid(row.orderId())
        .number(expected.value());
  }

  @Override
  public List<OrderSnapshot> newestFirst(Option<OrderId> before, int limit) {
    return transaction.read(
        handle -> {
          Query query =
              before.isDefined()
                  ? handle.createQuery(NEWEST_FIRST_BEFORE).bind("before", before.get())
                  : handle.createQuery(NEWEST_FIRST);
          return query.bind("limit", limit).mapTo(OrderRow.class).map(OrderRow::toDomain).list();
        });
  }
}
