package dev.hexwing.persistence;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a replay needs of a key, which is what is read most: no times, for nothing waits any more,
 * nothing that the server has to compute, and nothing that the receipt tells as well.
 *
 * @param fingerprint what was asked
 * @param correlationId the customer intent that it belongs to
 * @param token the fencing token
 * @param attempts how often it was left open
 * @param hasIntent whether the processor was asked for anything; what, the receipt tells
 * @param receipt what is answered; if none, the key is not finished, and the whole row is worth
 *     reading
 */
record FinishedKeyRow(
    String fingerprint,
    String correlationId,
    long token,
    int attempts,
    boolean hasIntent,
    @Nullable String receipt) {

  static final String COLUMNS =
      """
      state, fingerprint, correlation_id, token, attempts, intent, receipt
      """;

  private static final String FINISHED = KeyState.FINISHED.name();
  private static final FinishedKeyRow NOT_FINISHED = new FinishedKeyRow("", "", 0, 0, false, null);

  static FinishedKeyRow read(ResultSet row) throws SQLException {
    if (!Columns.text(row, "state").equals(FINISHED)) {
      return NOT_FINISHED;
    }
    return new FinishedKeyRow(
        Columns.text(row, "fingerprint"),
        Columns.text(row, "correlation_id"),
        row.getLong("token"),
        row.getInt("attempts"),
        Columns.textIfAny(row, "intent") != null,
        Columns.text(row, "receipt"));
  }

  /** None if it is not finished. */
  Option<KeyRecord> toDomain(Principal scope, IdempotencyKey key) {
    return Option.of(receipt).map(json -> toDomain(scope, key, ReceiptJson.read(json).toDomain()));
  }

  private KeyRecord toDomain(Principal scope, IdempotencyKey key, Receipt told) {
    return new KeyRecord(
        new KeyedRequest(
            scope, key, new RequestFingerprint(fingerprint), new CorrelationId(correlationId)),
        KeyState.FINISHED,
        token,
        true,
        attempts,
        Duration.ZERO,
        Duration.ZERO,
        hasIntent ? Option.some(intent(told)) : Option.none(),
        Option.some(told));
  }

  private static Intent intent(Receipt told) {
    return switch (told) {
      case Receipt.OfPayment payment -> new Intent.Charge(payment.paymentId());
      case Receipt.OfRefund refund -> new Intent.GiveBack(refund.paymentId(), refund.refundId());
      case Receipt.OfOrder order ->
          throw new IllegalStateException("the processor is asked for money alone: " + order);
    };
  }
}
