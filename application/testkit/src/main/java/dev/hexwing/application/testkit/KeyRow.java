package dev.hexwing.application.testkit;

import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** What is kept behind a key. */
record KeyRow(
    KeyedRequest request,
    KeyState state,
    long token,
    Instant leaseUntil,
    int attempts,
    Instant askedAt,
    Option<Intent> intent,
    Option<Receipt> receipt) {

  boolean isDue(Instant now) {
    return !leaseUntil.isAfter(now);
  }

  boolean isLookedInto() {
    return state == KeyState.RUNNING || state == KeyState.OPEN;
  }

  KeyRow answered(KeyState next, Receipt told, Instant until, int attemptsSoFar) {
    return new KeyRow(
        request, next, token, until, attemptsSoFar, askedAt, intent, Option.some(told));
  }

  KeyRow heldUntil(Instant until) {
    return new KeyRow(request, state, token, until, attempts, askedAt, intent, receipt);
  }

  KeyRow takenOver(Instant until) {
    return new KeyRow(request, state, token + 1, until, attempts, askedAt, intent, receipt);
  }

  KeyRow asked(Instant now) {
    return new KeyRow(request, state, token, leaseUntil, attempts, now, intent, receipt);
  }

  KeyRecord asOf(Instant now) {
    return new KeyRecord(
        request,
        state,
        token,
        isDue(now),
        attempts,
        Duration.between(askedAt, now),
        intent,
        receipt);
  }
}
