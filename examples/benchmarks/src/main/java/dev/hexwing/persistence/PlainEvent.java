package dev.hexwing.persistence;

import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.shared.Money;
import java.time.Instant;

/**
 * Stores an order as the shop does, and its event with a plain insert in the same transaction: what
 * the outbox is measured against. It stands in this package to get at the transaction.
 */
public final class PlainEvent {

  private static final String INSERT =
      """
      insert into outbox (event_id, aggregate_id, version, type, data, correlation_id,
        causation_id, occurred_at, traceparent, stored_at, state, token, held_until, attempts)
      values (?, ?, 1, ?, ?, ?, null, ?, null, {now}, 'WAITING', 0, {now}, 0)
      """;

  private PlainEvent() {}

  /** Stores both; the event's facts have been written as JSON already. */
  public static void store(
      Stores stores,
      OrderSnapshot order,
      Money total,
      String type,
      String facts,
      String correlationId,
      Instant occurredAt) {
    JdbcTransaction transaction = (JdbcTransaction) stores;
    String id = order.orderId().toString();
    transaction.write(JdbcOrders.insert(OrderRow.from(order, total)));
    transaction.write(
        Write.inserting(INSERT, Subject.TRANSACTION, id)
            .text(id + "/1")
            .text(id)
            .text(type)
            .text(facts)
            .text(correlationId)
            .moment(occurredAt));
  }
}
