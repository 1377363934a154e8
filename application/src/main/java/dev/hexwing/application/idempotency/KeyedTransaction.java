package dev.hexwing.application.idempotency;

import dev.hexwing.application.store.Retries;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * Carries out an intent that needs nothing but the store: the work and its key's record are kept in
 * one transaction.
 */
public final class KeyedTransaction {

  private final UnitOfWork unitOfWork;

  /** Intents within transactions of this unit of work. */
  public KeyedTransaction(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Runs the work, or tells what it told before under the same key; work that refuses must not have
   * written.
   */
  public <R extends Receipt> Either<DomainError, Answered<R>> run(
      Option<KeyedRequest> keyed, Class<R> kind, Function<Stores, Either<DomainError, R>> work) {
    return Retries.onConflict(
        () -> {
          Option<Either<DomainError, Answered<R>>> before =
              keyed.flatMap(request -> replay(request, kind));
          return before.getOrElse(() -> first(keyed, work));
        });
  }

  private <R extends Receipt> Option<Either<DomainError, Answered<R>>> replay(
      KeyedRequest request, Class<R> kind) {
    return unitOfWork
        .read(stores -> stores.keys().find(request.scope(), request.key()))
        .map(record -> told(record, request, kind));
  }

  private static <R extends Receipt> Either<DomainError, Answered<R>> told(
      KeyRecord record, KeyedRequest request, Class<R> kind) {
    if (!record.request().fingerprint().equals(request.fingerprint())) {
      return Either.left(new IdempotencyRefusal.KeyReused());
    }
    if (record.state() == KeyState.EXPIRED) {
      return Either.left(new IdempotencyRefusal.KeyExpired(Option.none()));
    }
    return Either.right(new Answered<>(kind.cast(record.receipt().get()), true));
  }

  private <R extends Receipt> Either<DomainError, Answered<R>> first(
      Option<KeyedRequest> keyed, Function<Stores, Either<DomainError, R>> work) {
    return unitOfWork.execute(
        stores -> {
          Either<DomainError, R> result = work.apply(stores);
          result.forEach(
              receipt -> keyed.forEach(request -> stores.keys().claimFinished(request, receipt)));
          return result.map(receipt -> new Answered<>(receipt, false));
        });
  }
}
