package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment's refunds, oldest first.
 *
 * <p>Those that gave money back, or may have, are remembered for ever, so that none happens twice.
 * Of those that came to nothing the last few are, so that a payment stays small however often a
 * refund of it was tried in vain.
 */
final class Refunds {

  static final int REMEMBERED_IN_VAIN = 8;

  private final Map<RefundId, Refund> byId = new LinkedHashMap<>();
  private Money claimed;
  private Money given;
  private int inVain;

  Refunds(Money nothing) {
    claimed = nothing;
    given = nothing;
  }

  /** What was given back, or may yet be. */
  Money claimed() {
    return claimed;
  }

  /** What was given back for certain. */
  Money given() {
    return given;
  }

  Option<Refund> find(RefundId refundId) {
    return Option.of(byId.get(refundId));
  }

  boolean has(RefundId refundId) {
    return byId.containsKey(refundId);
  }

  boolean isOpen(RefundId refundId) {
    @Nullable Refund refund = byId.get(refundId);
    return refund != null && !refund.status().isFinal();
  }

  boolean isRequested(RefundId refundId) {
    @Nullable Refund refund = byId.get(refundId);
    return refund != null && refund.status() == RefundStatus.REQUESTED;
  }

  /**
   * Takes a refund as it stands.
   *
   * @throws IllegalArgumentException if one of its name is here already
   */
  void add(Refund refund) {
    if (byId.putIfAbsent(refund.refundId(), refund) != null) {
      throw new IllegalArgumentException("refund " + refund.refundId() + " stands here twice");
    }
    if (refund.status().claimsMoney()) {
      claimed = claimed.plus(refund.amount());
    }
    if (refund.status() == RefundStatus.CONFIRMED) {
      given = given.plus(refund.amount());
    }
    if (!refund.status().claimsMoney()) {
      forgetOldestInVain();
    }
  }

  /** Changes what is known of an open refund. */
  void end(RefundId refundId, RefundStatus next) {
    Refund refund = find(refundId).get();
    byId.put(refundId, refund.with(next));
    if (next == RefundStatus.CONFIRMED) {
      given = given.plus(refund.amount());
    }
    if (!next.claimsMoney()) {
      claimed = claimed.minus(refund.amount());
      forgetOldestInVain();
    }
  }

  private void forgetOldestInVain() {
    inVain++;
    if (inVain <= REMEMBERED_IN_VAIN) {
      return;
    }
    Iterator<Refund> oldestFirst = byId.values().iterator();
    while (oldestFirst.hasNext()) {
      if (!oldestFirst.next().status().claimsMoney()) {
        oldestFirst.remove();
        inVain--;
        return;
      }
    }
  }

  List<Refund> all() {
    return List.copyOf(byId.values());
  }
}
