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

  /** What is finished has no times any more: it is what is read most, and moments cost most. */
  static final String COLUMNS =
      """
      scope, idempotency_key, fingerprint, correlation_id, state, token, attempts, intent,
      payment_id, refund_id, receipt,
      case when state <> 'FINISHED' then lease_until end as lease_end,
      case when state <> 'FINISHED' then asked_at end as last_asked,
      case when state <> 'FINISHED' then created_at end as first_claimed,
      case when state <> 'FINISHED' then {now} end as read_at
      """;

  private static final String FINISHED = KeyState.FINISHED.name();
  private static final String CHARGE = "CHARGE";
  private static final String GIVE_BACK = "GIVE_BACK";

  static KeyRow read(ResultSet row) throws SQLException {
    @Nullable String receipt = Columns.textIfAny(row, "receipt");
    String state = Columns.text(row, "state");
    boolean timed = !state.equals(FINISHED);
    return new KeyRow(
        Columns.text(row, "scope"),
        Columns.text(row, "idempotency_key"),
        Columns.text(row, "fingerprint"),
        Columns.text(row, "correlation_id"),
        state,
        row.getLong("token"),
        timed ? Columns.moment(row, "lease_end") : Instant.EPOCH,
        row.getInt("attempts"),
        timed ? Columns.moment(row, "last_asked") : Instant.EPOCH,
        timed ? Columns.moment(row, "first_claimed") : Instant.EPOCH,
        Columns.textIfAny(row, "intent"),
        Columns.uuidIfAny(row, "payment_id"),
        Columns.uuidIfAny(row, "refund_id"),
        receipt == null ? null : ReceiptJson.read(receipt),
        timed ? Columns.moment(row, "read_at") : Instant.EPOCH);
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
        Option.of(intent).map(this::intent),
        Option.of(receipt).map(ReceiptRow::toDomain));
  }

  private Duration since(Instant moment) {
    Duration since = Duration.between(moment, now);
    return since.isNegative() ? Duration.ZERO : since;
  }

  private Intent intent(String name) {
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
