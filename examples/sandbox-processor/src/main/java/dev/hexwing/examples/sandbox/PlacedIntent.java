package dev.hexwing.examples.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment intent with what was charged and refunded on it. Guarded by its own monitor. */
final class PlacedIntent extends Placed {

  /** The charge of a paid intent. */
  record Paid(String charge, long amount, String currency) {}

  final @Nullable Paid paid;
  private boolean cancelled;
  private long promised;
  private long refunded;
  private List<Placed> refunds = List.of();

  PlacedIntent(String id, long at, long offset, int length, @Nullable Paid paid) {
    super(id, at, offset, length);
    this.paid = paid;
  }

  /** Calls it off, once, unless it took money. */
  synchronized boolean cancel() {
    boolean may = paid == null && !cancelled;
    cancelled = true;
    return may;
  }

  /** What may still be refunded, with refunds under way counted as done. */
  synchronized long refundable() {
    return paid == null ? 0 : paid.amount() - promised;
  }

  /** Sets the amount aside if that much is still refundable. */
  synchronized boolean promise(long amount) {
    if (amount > refundable()) {
      return false;
    }
    promised += amount;
    return true;
  }

  /** Takes in a refund that is on disk, and says how much is refunded by now. */
  synchronized long add(Placed refund, long amount, boolean wasPromised) {
    if (refunds.isEmpty()) {
      refunds = new ArrayList<>(2);
    }
    refunds.add(refund);
    refunded += amount;
    if (!wasPromised) {
      promised += amount;
    }
    return refunded;
  }

  synchronized long refunded() {
    return refunded;
  }

  /** Its refunds, oldest first, as of now. */
  synchronized List<Placed> refunds() {
    return List.copyOf(refunds);
  }
}
