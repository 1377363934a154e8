package dev.hexwing.persistence;

import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.Unsettled;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an operator sees of a key. */
record UnsettledRow(KeyRow key, @Nullable String lastAnswer) {

  static final String SELECT =
      "select "
          + KeyRow.COLUMNS
          + ", last_answer, coalesce(refund_id, payment_id) as intent_name"
          + " from idempotency_keys ";

  static UnsettledRow read(ResultSet row) throws SQLException {
    return new UnsettledRow(KeyRow.read(row), Columns.textIfAny(row, "last_answer"));
  }

  Unsettled toDomain() {
    KeyRecord record = key.toDomain();
    return new Unsettled(
        record.request(),
        record.intent().get(),
        record.state(),
        record.attempts(),
        atLeastNone(Duration.between(key.createdAt(), key.now())),
        record.sinceAsked(),
        Option.when(
            record.state() != KeyState.NEEDS_ATTENTION,
            () -> atLeastNone(Duration.between(key.now(), key.leaseUntil()))),
        Option.of(lastAnswer));
  }

  /** The database's clock may step back. */
  private static Duration atLeastNone(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
