package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.IdempotencyRefusal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * What a request with a key meets: nothing, its own finished self, itself under way, an owner that
 * died, or another request that used the key.
 */
final class KeyedIntents {

  private static final int MOST_TURNS = 1_000;

  private final UnitOfWork unitOfWork;
  private final Ask ask;
  private final Outcomes outcomes;
  private final Recovery recovery;
  private final RunningHere running;
  private final PaymentTimes times;

  /** An intent that phase one has just recorded, and its payment. */
  record Recorded(KeyRecord record, Payment payment) {}

  KeyedIntents(
      UnitOfWork unitOfWork, Ask ask, Outcomes outcomes, Recovery recovery, PaymentTimes times) {
    this.unitOfWork = unitOfWork;
    this.ask = ask;
    this.outcomes = outcomes;
    this.recovery = recovery;
    this.running = new RunningHere();
    this.times = times;
  }

  /**
   * Carries the intent out, or tells what came of it.
   *
   * @param recordIntent phase one; may lose against another with the same key
   */
  <R extends Receipt> Either<DomainError, Answered<R>> run(
      KeyedRequest request, Class<R> kind, Supplier<Either<DomainError, Recorded>> recordIntent) {
    RunningHere.Wait wait = running.waitFor(request, times.join());
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Option<KeyRecord> known =
          unitOfWork.read(stores -> stores.keys().find(request.scope(), request.key()));
      if (known.isEmpty()) {
        try {
          return recordIntent.get().flatMap(recorded -> firstAsk(recorded, kind));
        } catch (WriteConflict lost) {
          continue;
        }
      }
      Option<Either<DomainError, Answered<R>>> met = meet(known.get(), request, kind);
      if (met.isDefined()) {
        return met.get();
      }
      if (!wait.forMore()) {
        return Either.left(new IdempotencyRefusal.InProgress(times.retryAfter()));
      }
    }
    return Either.left(new IdempotencyRefusal.InProgress(times.retryAfter()));
  }

  /** Carries out what phase one has recorded: phases two and three. */
  <R extends Receipt> Either<DomainError, Answered<R>> firstAsk(Recorded recorded, Class<R> kind) {
    KeyRecord record = recorded.record();
    try (RunningHere.Mark mark = running.mark(record.request())) {
      ProcessorAnswer answer =
          ask.carryOut(record.intent().get(), recorded.payment(), record.request().correlationId());
      return outcomes
          .ofFirstAsk(record, recorded.payment(), answer)
          .map(receipt -> new Answered<>(kind.cast(receipt), false));
    }
  }

  /** None if the first request is still under way. */
  private <R extends Receipt> Option<Either<DomainError, Answered<R>>> meet(
      KeyRecord known, KeyedRequest request, Class<R> kind) {
    if (!known.request().fingerprint().equals(request.fingerprint())) {
      return Option.some(Either.left(new IdempotencyRefusal.KeyReused()));
    }
    return switch (known.state()) {
      case FINISHED, OPEN, NEEDS_ATTENTION -> known.receipt().map(receipt -> told(receipt, kind));
      case RUNNING ->
          known.leaseExpired()
              ? recovery.takeOver(known).map(receipt -> told(receipt, kind))
              : Option.none();
      case EXPIRED ->
          Option.some(
              Either.left(
                  new IdempotencyRefusal.KeyExpired(known.intent().map(Intent::paymentId))));
    };
  }

  private static <R extends Receipt> Either<DomainError, Answered<R>> told(
      Receipt receipt, Class<R> kind) {
    return Either.right(new Answered<>(kind.cast(receipt), true));
  }
}
