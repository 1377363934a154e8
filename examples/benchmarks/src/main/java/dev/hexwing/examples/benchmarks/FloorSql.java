package dev.hexwing.examples.benchmarks;

/** The statements of a payment, written out as PostgreSQL takes them. */
final class FloorSql {

  static final String FIND_KEY =
      """
      select scope, idempotency_key, fingerprint, correlation_id, state, token, lease_until,
        attempts, asked_at, intent, payment_id, refund_id, receipt, clock_timestamp() as read_at
      from idempotency_keys where scope = ? and idempotency_key = ?
      """;

  static final String FIND_ORDER =
      """
      select order_id, customer_id, lines, latitude, longitude, total_amount, currency, status,
        payment_id, placed_at, version
      from orders where order_id = ?
      """;

  static final String INSERT_KEY =
      """
      insert into idempotency_keys (scope, idempotency_key, fingerprint, correlation_id, state,
        token, lease_until, attempts, asked_at, intent, payment_id, refund_id, created_at)
      values (?, ?, ?, ?, 'RUNNING', 1, clock_timestamp() + ? * interval '1 microsecond', 0,
        clock_timestamp(), ?, ?, ?, clock_timestamp())
      """;

  static final String CLAIM_ORDER =
      "insert into open_payments (order_id, payment_id) values (?, ?)";

  static final String INSERT_EVENT =
      """
      insert into payment_events (payment_id, version, type, data, correlation_id, causation_id,
        occurred_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  static final String INSERT_OUTBOX =
      """
      insert into outbox (event_id, aggregate_id, version, type, data, correlation_id,
        causation_id, occurred_at, stored_at, state, token, held_until, attempts)
      values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), 'WAITING', 0, clock_timestamp(), 0)
      """;

  static final String FINISH_KEY =
      """
      update idempotency_keys set state = 'FINISHED', receipt = ?, lease_until = clock_timestamp()
      where scope = ? and idempotency_key = ? and token = ? and state <> 'FINISHED'
      """;

  static final String FIND_RECEIPT =
      "select receipt from idempotency_keys where scope = ? and idempotency_key = ?";

  static final String FIND_ANSWER =
      "select fingerprint, receipt from idempotency_keys where scope = ? and idempotency_key = ?";

  private FloorSql() {}
}
