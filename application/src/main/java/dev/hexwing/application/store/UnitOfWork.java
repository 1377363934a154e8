package dev.hexwing.application.store;

import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Runs work in a transaction and hands it the stores of that transaction.
 *
 * <p>What is not handed out cannot be used outside a transaction. Writes may be collected and sent
 * together; a read within the work sees the writes before it. Work must not wait for anything but
 * the store: no network call is made while a transaction is open.
 *
 * <p>Safe for use by any number of threads.
 */
@SecondaryPort
public interface UnitOfWork {

  /**
   * Runs the work and commits, or keeps nothing of it.
   *
   * <p>If the work throws, nothing is kept and the exception goes on to the caller. Several writes
   * that conflict are reported by the first of them, in the order of writing.
   *
   * @throws WriteConflict if another transaction was there first; nothing is kept
   * @throws StoreUnavailable if the store cannot be reached or answers too late; it tells whether
   *     the commit may have gone through. A commit is never repeated.
   */
  <R> R execute(Function<Stores, R> work);

  /**
   * Runs work that only reads, without a transaction around it: each read sees what is committed.
   *
   * @throws IllegalStateException if the work writes
   * @throws StoreUnavailable if the store cannot be reached or answers too late
   */
  <R> R read(Function<Stores, R> work);
}
