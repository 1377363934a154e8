package dev.hexwing.persistence;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands behind a key, and the database's time when it was read. */
record KeyRow(
    String scope,
    String key,
    String fingerprint,
    String correlationId,
    String state,
    long token,
    Instant leaseUntil,
    int attempts,
    Instant askedAt,
    Instant createdAt,
    @Nullable String intent,
    @Nullable UUID paymentId,
    @Nullable UUID refundId,
    @Nullable ReceiptRow receipt,
    Instant now) {

  static final String COLUMNS =
      """
      scope, idempotency_key, fingerprint, correlation_id, state, token, lease_until, attempts,
      asked_at, created_at, intent, payment_id, refund_id, receipt, {now} as read_at
      """;

  private static final String CHARGE = "CHARGE";
  private static final String GIVE_BACK = "GIVE_BACK";

  static KeyRow read(ResultSet row) throws SQLException {
    @Nullable String receipt = Columns.textIfAny(row, "receipt");
    return new KeyRow(
        Columns.text(row, "scope"),
        Columns.text(row, "idempotency_key"),
        Columns.text(row, "fingerprint"),
        Columns.text(row, "correlation_id"),
        Columns.text(row, "state"),
        row.getLong("token"),
        Columns.moment(row, "lease_until"),
        row.getInt("attempts"),
        Columns.moment(row, "asked_at"),
        Columns.moment(row, "created_at"),
        Columns.textIfAny(row, "intent"),
        Columns.uuidIfAny(row, "payment_id"),
        Columns.uuidIfAny(row, "refund_id"),
        receipt == null ? null : ReceiptJson.read(receipt),
        Columns.moment(row, "read_at"));
  }

  KeyRecord toDomain() {
    return toDomain(token, !leaseUntil.isAfter(now));
  }

  /** The record in the hands of whoever has just taken it over. */
  KeyRecord toTakenOver() {
    return toDomain(token + 1, false);
  }

  private KeyRecord toDomain(long fencing, boolean expired) {
    return new KeyRecord(
        new KeyedRequest(
            new Principal(scope),
            new IdempotencyKey(key),
            new RequestFingerprint(fingerprint),
            new CorrelationId(correlationId)),
        KeyState.valueOf(state),
        fencing,
        expired,
        attempts,
        since(askedAt),
        since(createdAt),
        Option.of(intent).map(name -> intent(name, paymentId, refundId)),
        Option.of(receipt).map(ReceiptRow::toDomain));
  }

  private Duration since(Instant moment) {
    Duration since = Duration.between(moment, now);
    return since.isNegative() ? Duration.ZERO : since;
  }

  static Intent intent(String name, @Nullable UUID paymentId, @Nullable UUID refundId) {
    PaymentId payment = new PaymentId(Objects.requireNonNull(paymentId, "paymentId"));
    return switch (name) {
      case CHARGE -> new Intent.Charge(payment);
      case GIVE_BACK ->
          new Intent.GiveBack(payment, new RefundId(Objects.requireNonNull(refundId, "refundId")));
      default -> throw new IllegalArgumentException("unknown intent: " + name);
    };
  }

  static String name(Intent intent) {
    return switch (intent) {
      case Intent.Charge charge -> CHARGE;
      case Intent.GiveBack back -> GIVE_BACK;
    };
  }

  static @Nullable UUID refundId(Intent intent) {
    return switch (intent) {
      case Intent.Charge charge -> null;
      case Intent.GiveBack back -> back.refundId().value();
    };
  }
}
