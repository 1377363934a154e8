package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.shared.RequestFingerprint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The floor's statements, prepared once on the connection of one thread. */
final class FloorStatements {

  private static final String SCOPE = "by-floor";
  private static final long LEASE_MICROS = 20_000_000;
  private static final String REQUESTED = "dev.hexwing.payments.payment-requested.v1";
  private static final String CONFIRMED = "dev.hexwing.payments.payment-confirmed.v1";

  private final Connection connection;
  private final PreparedStatement findKey;
  private final PreparedStatement findOrder;
  private final PreparedStatement insertKey;
  private final PreparedStatement claimOrder;
  private final PreparedStatement insertEvent;
  private final PreparedStatement insertOutbox;
  private final PreparedStatement finishKey;

  FloorStatements(Connection connection) throws SQLException {
    this.connection = connection;
    this.findKey = connection.prepareStatement(FloorSql.FIND_KEY);
    this.findOrder = connection.prepareStatement(FloorSql.FIND_ORDER);
    this.insertKey = connection.prepareStatement(FloorSql.INSERT_KEY);
    this.claimOrder = connection.prepareStatement(FloorSql.CLAIM_ORDER);
    this.insertEvent = connection.prepareStatement(FloorSql.INSERT_EVENT);
    this.insertOutbox = connection.prepareStatement(FloorSql.INSERT_OUTBOX);
    this.finishKey = connection.prepareStatement(FloorSql.FINISH_KEY);
  }

  /** Both reads, the intent, and its outcome: the processor between them takes no time. */
  void pay(PlacedOrder order, UUID paymentId) throws SQLException {
    String key = Shop.key(order);
    requireUnknown(key);
    requirePayable(order);
    connection.setAutoCommit(false);
    claimKey(key, order, paymentId);
    claimOrder.setObject(1, order.orderId().value());
    claimOrder.setObject(2, paymentId);
    changeOne(claimOrder);
    happened(paymentId, 1, REQUESTED, FloorJson.requested(order, paymentId), key);
    connection.commit();
    happened(paymentId, 2, CONFIRMED, FloorJson.confirmed(order, paymentId), key);
    finishKey.setString(1, FloorJson.receipt(order, paymentId, key));
    finishKey.setString(2, SCOPE);
    finishKey.setString(3, key);
    finishKey.setLong(4, 1);
    changeOne(finishKey);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void requireUnknown(String key) throws SQLException {
    findKey.setString(1, SCOPE);
    findKey.setString(2, key);
    try (ResultSet row = findKey.executeQuery()) {
      if (row.next()) {
        throw new IllegalStateException("paid before: " + key);
      }
    }
  }

  private void requirePayable(PlacedOrder order) throws SQLException {
    findOrder.setObject(1, order.orderId().value());
    try (ResultSet row = findOrder.executeQuery()) {
      if (!row.next()
          || !"PLACED".equals(row.getString("status"))
          || row.getLong("total_amount") != order.total().amountMinor()
          || !"EUR".equals(row.getString("currency"))) {
        throw new IllegalStateException("not to be paid: " + order);
      }
    }
  }

  private void claimKey(String key, PlacedOrder order, UUID paymentId) throws SQLException {
    String fingerprint =
        RequestFingerprint.of(
                "pay",
                SCOPE,
                order.orderId().toString(),
                order.total().toString(),
                Shop.METHOD.value())
            .value();
    insertKey.setString(1, SCOPE);
    insertKey.setString(2, key);
    insertKey.setString(3, fingerprint);
    insertKey.setString(4, key);
    insertKey.setLong(5, LEASE_MICROS);
    insertKey.setString(6, "CHARGE");
    insertKey.setObject(7, paymentId);
    insertKey.setObject(8, null);
    changeOne(insertKey);
  }

  /** An event of a payment, and its row in the outbox. */
  private void happened(UUID paymentId, long version, String type, String data, String correlation)
      throws SQLException {
    OffsetDateTime now = Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    insertEvent.setObject(1, paymentId);
    insertEvent.setLong(2, version);
    insertEvent.setString(3, type);
    insertEvent.setString(4, data);
    insertEvent.setString(5, correlation);
    insertEvent.setString(6, null);
    insertEvent.setObject(7, now);
    changeOne(insertEvent);
    insertOutbox.setString(1, paymentId + "/" + version);
    insertOutbox.setString(2, paymentId.toString());
    insertOutbox.setLong(3, version);
    insertOutbox.setString(4, type);
    insertOutbox.setString(5, data);
    insertOutbox.setString(6, correlation);
    insertOutbox.setString(7, null);
    insertOutbox.setObject(8, now);
    changeOne(insertOutbox);
  }

  private static void changeOne(PreparedStatement statement) throws SQLException {
    if (statement.executeUpdate() != 1) {
      throw new IllegalStateException("not one row: " + statement);
    }
  }
}
