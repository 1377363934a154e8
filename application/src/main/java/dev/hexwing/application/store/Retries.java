package dev.hexwing.application.store;

import java.util.function.Supplier;

/**
 * Decides anew when another transaction was first: a bounded number of times, each on fresh state.
 */
public final class Retries {

  private static final int MOST = 8;

  private Retries() {}

  /**
   * Runs a transaction until it meets no conflict; a conflict on the inbox is final at once.
   *
   * @throws WriteConflict the last one, if it keeps losing
   */
  public static <R> R onConflict(Supplier<R> transaction) {
    for (int attempt = 1; attempt < MOST; attempt++) {
      try {
        return transaction.get();
      } catch (WriteConflict lost) {
        if (lost.subject() == WriteConflict.Subject.INBOX) {
          throw lost;
        }
      }
    }
    return transaction.get();
  }
}
