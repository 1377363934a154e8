package dev.hexwing.application.testkit;

import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.idempotency.Unsettled;
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
    Option<Receipt> receipt,
    Instant createdAt,
    Option<String> lastAnswer) {

  private static final int LONGEST_ANSWER = 500;

  boolean isDue(Instant now) {
    return !leaseUntil.isAfter(now);
  }

  boolean isLookedInto() {
    return state == KeyState.RUNNING || state == KeyState.OPEN;
  }

  /** Whether its outcome is unknown and nobody has it in hand. */
  boolean isUnsettled(Instant now) {
    return state == KeyState.OPEN
        || state == KeyState.NEEDS_ATTENTION
        || (state == KeyState.RUNNING && isDue(now));
  }

  boolean isFinished() {
    return state == KeyState.FINISHED || state == KeyState.EXPIRED;
  }

  KeyRow answered(KeyState next, Receipt told, Instant until, int attemptsSoFar) {
    return new KeyRow(
        request,
        next,
        token,
        until,
        attemptsSoFar,
        askedAt,
        intent,
        Option.some(told),
        createdAt,
        lastAnswer);
  }

  KeyRow heard(String answer) {
    String kept = answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    return new KeyRow(
        request,
        state,
        token,
        leaseUntil,
        attempts,
        askedAt,
        intent,
        receipt,
        createdAt,
        Option.some(kept));
  }

  KeyRow expired() {
    return new KeyRow(
        request,
        KeyState.EXPIRED,
        token,
        leaseUntil,
        attempts,
        askedAt,
        intent,
        Option.none(),
        createdAt,
        lastAnswer);
  }

  KeyRow heldUntil(Instant until) {
    return with(token, until, askedAt);
  }

  KeyRow takenOver(Instant until) {
    return with(token + 1, until, askedAt);
  }

  KeyRow asked(Instant now) {
    return with(token, leaseUntil, now);
  }

  private KeyRow with(long fencing, Instant until, Instant asked) {
    return new KeyRow(
        request, state, fencing, until, attempts, asked, intent, receipt, createdAt, lastAnswer);
  }

  Unsettled unsettled(Instant now) {
    return new Unsettled(
        request,
        intent.get(),
        state,
        attempts,
        Duration.between(createdAt, now),
        Duration.between(askedAt, now),
        Option.when(
            state != KeyState.NEEDS_ATTENTION,
            () -> isDue(now) ? Duration.ZERO : Duration.between(now, leaseUntil)),
        lastAnswer);
  }

  KeyRecord asOf(Instant now) {
    return new KeyRecord(
        request,
        state,
        token,
        isDue(now),
        attempts,
        Duration.between(askedAt, now),
        Duration.between(createdAt, now),
        intent,
        receipt);
  }
}
