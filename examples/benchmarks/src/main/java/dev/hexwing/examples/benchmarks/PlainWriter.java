package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.shared.DomainEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/**
 * Stores an order and its event by hand: two plain inserts and the commit in one round trip, on a
 * connection of its own, prepared once.
 */
final class PlainWriter implements AutoCloseable {

  private static final String ORDER =
      """
      begin;
      insert into orders (order_id, customer_id, lines, latitude, longitude, total_amount, currency,
        status, payment_id, placed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, null, ?, 1);
      """;

  private static final String EVENT =
      """
      insert into outbox (event_id, aggregate_id, version, type, data, correlation_id,
        causation_id, occurred_at, traceparent, stored_at, state, token, held_until, attempts)
      values (?, ?, 1, ?, ?, ?, null, ?, null, clock_timestamp(), 'WAITING', 0,
        clock_timestamp(), 0);
      commit
      """;

  private static final String PLAIN_EVENT =
      """
      insert into plain_outbox (event_id, aggregate_id, type, data)
      values (gen_random_uuid(), ?, ?, ?);
      commit
      """;

  private final Connection connection;
  private final PreparedStatement statement;
  private final boolean plain;

  private PlainWriter(BenchDatabase database, boolean plain) throws SQLException {
    this.connection = database.connect();
    this.plain = plain;
    this.statement = connection.prepareStatement(ORDER + (plain ? PLAIN_EVENT : EVENT));
  }

  /** Into the table that Hexwing's relay empties. */
  static PlainWriter ofSameRows(BenchDatabase database) throws SQLException {
    return new PlainWriter(database, false);
  }

  /** Into the table that the relay by hand empties. */
  static PlainWriter ofPlainRows(BenchDatabase database) throws SQLException {
    return new PlainWriter(database, true);
  }

  void store(Order order) throws SQLException {
    OrderSnapshot snapshot = order.snapshot();
    DomainEvent event = order.drainEvents().getFirst();
    statement.setObject(1, snapshot.orderId().value());
    statement.setString(2, snapshot.customerId().value());
    statement.setString(3, FloorJson.lines(snapshot, ""));
    statement.setDouble(4, snapshot.dropOff().latitude());
    statement.setDouble(5, snapshot.dropOff().longitude());
    statement.setLong(6, order.total().amountMinor());
    statement.setString(7, order.total().currency().getCurrencyCode());
    statement.setString(8, snapshot.status().name());
    statement.setObject(9, snapshot.placedAt().atOffset(ZoneOffset.UTC));
    String type = EventRecords.toRecord(event).type();
    String id = event.metadata().aggregateId();
    String facts = FloorJson.placed(snapshot, order.total());
    if (plain) {
      statement.setObject(10, snapshot.orderId().value());
      statement.setString(11, type);
      statement.setString(12, facts);
    } else {
      statement.setString(10, id + "/1");
      statement.setString(11, id);
      statement.setString(12, type);
      statement.setString(13, facts);
      statement.setString(14, event.correlationId().value());
      statement.setObject(15, event.occurredAt().atOffset(ZoneOffset.UTC));
    }
    statement.execute();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
