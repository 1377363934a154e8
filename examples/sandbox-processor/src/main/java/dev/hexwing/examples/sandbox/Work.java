package dev.hexwing.examples.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a call that moves money is carried out with.
 *
 * @param keyed absent if the caller sent no idempotency key
 */
record Work(Ledger.@Nullable Keyed keyed, Faults.Kind fault) {

  /** Whether the call breaks off before money moves. */
  boolean failsInstead() {
    return fault == Faults.Kind.ERROR_DURING;
  }

  /** The answer that goes out and is kept, given the one that belongs to what was done. */
  Answer answer(Answer truth) {
    return fault == Faults.Kind.ERROR_AFTER ? Refusals.broken() : truth;
  }
}
