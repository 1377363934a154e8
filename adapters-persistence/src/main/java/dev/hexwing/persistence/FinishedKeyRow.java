package dev.hexwing.persistence;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a replay needs of a key, which is what is read most: no times, for nothing waits any more,
 * and nothing that the server has to compute.
 *
 * @param isFinished if not, the rest is not there, and the whole row is worth reading
 */
record FinishedKeyRow(
    boolean isFinished,
    String fingerprint,
    String correlationId,
    long token,
    int attempts,
    @Nullable String intent,
    @Nullable UUID paymentId,
    @Nullable UUID refundId,
    @Nullable ReceiptRow receipt) {

  static final String COLUMNS =
      """
      state, fingerprint, correlation_id, token, attempts, intent, payment_id, refund_id, receipt
      """;

  private static final String FINISHED = KeyState.FINISHED.name();
  private static final FinishedKeyRow NOT_FINISHED =
      new FinishedKeyRow(false, "", "", 0, 0, null, null, null, null);

  static FinishedKeyRow read(ResultSet row) throws SQLException {
    if (!Columns.text(row, "state").equals(FINISHED)) {
      return NOT_FINISHED;
    }
    return new FinishedKeyRow(
        true,
        Columns.text(row, "fingerprint"),
        Columns.text(row, "correlation_id"),
        row.getLong("token"),
        row.getInt("attempts"),
        Columns.textIfAny(row, "intent"),
        Columns.uuidIfAny(row, "payment_id"),
        Columns.uuidIfAny(row, "refund_id"),
        ReceiptJson.read(Columns.text(row, "receipt")));
  }

  KeyRecord toDomain(Principal scope, IdempotencyKey key) {
    return new KeyRecord(
        new KeyedRequest(
            scope, key, new RequestFingerprint(fingerprint), new CorrelationId(correlationId)),
        KeyState.FINISHED,
        token,
        true,
        attempts,
        Duration.ZERO,
        Duration.ZERO,
        Option.of(intent).map(name -> KeyRow.intent(name, paymentId, refundId)),
        Option.of(receipt).map(ReceiptRow::toDomain));
  }
}
