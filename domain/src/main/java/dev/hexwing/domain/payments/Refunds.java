package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment's refunds.
 *
 * <p>Those that gave money back, or may have, are remembered for ever, so that none happens twice.
 * Of those that came to nothing the last one is, for whoever asks what became of it, so that a
 * payment stays as small as after one however often a refund of it was tried in vain. The history
 * tells of all of them.
 */
final class Refunds {

  private final Map<RefundId, Refund> claiming = new LinkedHashMap<>();
  private Option<Refund> inVain;
  private Money given;

  /** Those of a snapshot, which has each name once. */
  Refunds(PaymentSnapshot snapshot) {
    given = snapshot.refunded();
    snapshot.refunds().forEach(refund -> claiming.put(refund.refundId(), refund));
    inVain = snapshot.refundInVain();
  }

  /** What was given back for certain. */
  Money given() {
    return given;
  }

  Option<Refund> find(RefundId refundId) {
    @Nullable Refund refund = claiming.get(refundId);
    return refund == null ? inVain.filter(last -> last.isNamed(refundId)) : Option.some(refund);
  }

  /** Takes a refund that was just asked for, unless there is one of its name. */
  boolean add(Refund refund) {
    return !isInVain(refund.refundId()) && claiming.putIfAbsent(refund.refundId(), refund) == null;
  }

  boolean has(RefundId refundId) {
    return claiming.containsKey(refundId) || isInVain(refundId);
  }

  private boolean isInVain(RefundId refundId) {
    return inVain.isDefined() && inVain.get().isNamed(refundId);
  }

  /** Changes what is known of an open refund. */
  void end(Refund refund, RefundStatus next) {
    Refund ended = refund.with(next);
    if (next.claimsMoney()) {
      claiming.put(refund.refundId(), ended);
      if (next == RefundStatus.CONFIRMED) {
        given = given.plus(refund.amount());
      }
      return;
    }
    claiming.remove(refund.refundId());
    inVain = Option.some(ended);
  }

  /** Those that gave money back or may have, in the order in which they were asked for. */
  List<Refund> claiming() {
    return List.copyOf(claiming.values());
  }

  /** The last one that came to nothing. */
  Option<Refund> inVain() {
    return inVain;
  }
}
