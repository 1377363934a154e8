package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What no aggregate can be is refused by the tables, too, whoever tries to write it. */
class RefusedRowsTest {

  private static final String ID = "'0190b2a4-0000-7000-8000-000000000001'";

  private static final String POSTGRES_CHECK = "23514";
  private static final String H2_CHECK = "23513";

  /** Each table with a row that is as it should be. */
  private static final List<String> ROWS =
      List.of(
          """
          insert into orders (order_id, customer_id, lines, latitude, longitude, total_amount,
            currency, status, placed_at, version)
          values (%s, 'c', '[]', 0, 0, 1, 'EUR', 'PLACED', current_timestamp, 1)
          """,
          """
          insert into payment_events (payment_id, version, type, data, correlation_id, occurred_at)
          values (%s, 1, 'any', '{}', 'tap-1', current_timestamp)
          """,
          """
          insert into idempotency_keys (scope, idempotency_key, fingerprint, correlation_id, state,
            token, lease_until, attempts, asked_at, intent, payment_id, created_at)
          values ('c', 'key', 'f', 'tap-1', 'RUNNING', 1, current_timestamp, 0, current_timestamp,
            'CHARGE', %s, current_timestamp)
          """,
          """
          insert into drones (drone_id, model, capacity_grams, battery_percent, maintenance,
            flights, status, version)
          values ('A47', 'any', 1, 100, 'CLEARED', 0, 'READY', 1)
          """,
          """
          insert into deliveries (delivery_id, order_id, grams, latitude, longitude, status,
            attempt, correlation_id, queued_at, version)
          values (%1$s, %1$s, 1, 0, 0, 'REQUESTED', 1, 'tap-1', current_timestamp, 1)
          """);

  private static final List<String> WRONG =
      List.of(
          "orders set status = 'LOST', payment_id = %s".formatted(ID),
          "orders set status = 'PAID'",
          "orders set total_amount = 0",
          "orders set version = 0",
          "payment_events set version = 0",
          "idempotency_keys set state = 'LOST', receipt = '{}'",
          "idempotency_keys set state = 'FINISHED'",
          "idempotency_keys set token = 0",
          "idempotency_keys set intent = 'LOST'",
          "idempotency_keys set intent = 'GIVE_BACK'",
          "idempotency_keys set payment_id = null",
          "drones set status = 'LOST'",
          "drones set status = 'DISPATCHED'",
          "drones set maintenance = 'LOST'",
          "drones set battery_percent = 101",
          "drones set battery_percent = -1",
          "drones set version = 0",
          "deliveries set status = 'LOST'",
          "deliveries set attempt = 0",
          "deliveries set version = 0");

  private static final List<String> RIGHT =
      List.of(
          "orders set status = 'CANCELLED', version = version + 1",
          "idempotency_keys set state = 'FINISHED', receipt = '{}', token = token + 1",
          "idempotency_keys set state = 'EXPIRED', receipt = null",
          "drones set status = 'DISPATCHED', delivery_id = %s, battery_percent = 0".formatted(ID),
          "drones set battery_percent = null",
          "deliveries set status = 'COMPLETED', attempt = attempt + 1");

  @TestFactory
  Stream<DynamicTest> on_h2() {
    return tests(TestH2.inMemory());
  }

  @TestFactory
  Stream<DynamicTest> on_postgresql() {
    return tests(TestPostgres.database("refused_rows"));
  }

  private static Stream<DynamicTest> tests(TestDatabase database) {
    ROWS.forEach(row -> database.sql(row.formatted(ID)));
    return Stream.concat(
            WRONG.stream()
                .map(change -> DynamicTest.dynamicTest(change, () -> refuses(database, change))),
            RIGHT.stream()
                .map(
                    change ->
                        DynamicTest.dynamicTest(change, () -> database.sql("update " + change))))
        .onClose(database::close);
  }

  private static void refuses(TestDatabase database, String change) {
    assertThatThrownBy(() -> database.sql("update " + change))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class,
            refusal -> assertThat(refusal.getSQLState()).isIn(POSTGRES_CHECK, H2_CHECK));
  }
}
