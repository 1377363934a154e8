package dev.hexwing.persistence;

/** The statements about idempotency keys. */
final class KeyStatements {

  private KeyStatements() {}

  private static final String SELECT = "select " + KeyRow.COLUMNS + " from idempotency_keys ";

  private static final String WHERE_NAMED = "where scope = ? and idempotency_key = ?";

  static final String FIND = SELECT + WHERE_NAMED;

  static final String FIND_FINISHED =
      "select " + FinishedKeyRow.COLUMNS + " from idempotency_keys " + WHERE_NAMED;

  static final String FIND_BY_PAYMENT =
      SELECT + "where payment_id = :paymentId and intent = 'CHARGE'";

  static final String CLAIM =
      """
      insert into idempotency_keys (scope, idempotency_key, fingerprint, correlation_id, state,
        token, lease_until, attempts, asked_at, intent, payment_id, refund_id, created_at)
      values (?, ?, ?, ?, 'RUNNING', 1, {later}, 0, {now}, ?, ?, ?, {now})
      """;

  static final String CLAIM_FINISHED =
      """
      insert into idempotency_keys (scope, idempotency_key, fingerprint, correlation_id, state,
        token, lease_until, attempts, asked_at, receipt, created_at)
      values (?, ?, ?, ?, 'FINISHED', 1, {now}, 0, {now}, ?, {now})
      """;

  private static final String WHERE_HELD =
      "where scope = ? and idempotency_key = ? and token = ? and state not in ('FINISHED',"
          + " 'EXPIRED')";

  static final String FINISH =
      "update idempotency_keys set state = 'FINISHED', receipt = ?, lease_until = {now} "
          + WHERE_HELD;

  static final String LEAVE_OPEN =
      """
      update idempotency_keys set state = 'OPEN', receipt = ?, last_answer = ?, lease_until = {later},
        attempts = attempts + 1
      """
          + WHERE_HELD;

  static final String NEED_ATTENTION =
      "update idempotency_keys set state = 'NEEDS_ATTENTION', receipt = ?, last_answer = ?,"
          + " lease_until = {now} "
          + WHERE_HELD;

  static final String WITHDRAW = "delete from idempotency_keys " + WHERE_HELD;

  static final String ASK_AGAIN =
      "update idempotency_keys set asked_at = {now}, lease_until = {later} " + WHERE_HELD;

  static final String HURRY = "update idempotency_keys set lease_until = {now} " + WHERE_HELD;

  static final String TAKE_OVER =
      "update idempotency_keys set token = token + 1, lease_until = {later} " + WHERE_HELD;

  static final String LOCK_DUE =
      SELECT
          + """
          where scope = :scope and idempotency_key = :key and state not in ('FINISHED', 'EXPIRED')
            and lease_until <= {now}
          for update skip locked
          """;

  static final Contended<KeyRow> LONGEST_DUE =
      new Contended<>(
          KeyRow.class,
          KeyRow.COLUMNS,
          "idempotency_keys",
          "state in ('RUNNING', 'OPEN') and lease_until <= {now}",
          "lease_until",
          "scope = :scope and idempotency_key = :key",
          (query, row) -> query.bind("scope", row.scope()).bind("key", row.key()));

  static final String COUNT_NEEDING_ATTENTION =
      "select count(*) from idempotency_keys where state = 'NEEDS_ATTENTION'";

  static final Over FINISHED_LONG_AGO =
      new Over(
          "update idempotency_keys set state = 'EXPIRED', receipt = null",
          "idempotency_keys",
          "state = 'FINISHED' and lease_until <= {earlier}",
          "lease_until");

  /** Two halves, so that each is found by an index that holds only what is not finished. */
  private static final String UNSETTLED =
      "select * from ("
          + UnsettledRow.SELECT
          + """
          where state in ('RUNNING', 'OPEN') and (state = 'OPEN' or lease_until <= {now})
            and intent is not null
          union all
          """
          + UnsettledRow.SELECT
          + " where state = 'NEEDS_ATTENTION') waiting ";

  private static final String BY_NAME = "order by intent_name limit :limit";

  static final String UNSETTLED_FIRST = UNSETTLED + BY_NAME;

  static final String UNSETTLED_AFTER = UNSETTLED + "where intent_name > :after " + BY_NAME;

  static final String UNSETTLED_OF = UNSETTLED + "where payment_id = :paymentId " + BY_NAME;
}
