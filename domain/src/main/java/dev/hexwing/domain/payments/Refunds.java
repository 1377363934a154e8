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
 * Of those that came to nothing the last few are, so that a payment stays small however often a
 * refund of it was tried in vain; they stand apart, because nothing needs to be counted of them.
 */
final class Refunds {

  private final Map<RefundId, Refund> claiming = new LinkedHashMap<>();
  private RefundsInVain inVain;
  private Money given;

  /** Those of a snapshot, which has each name once. */
  Refunds(PaymentSnapshot snapshot) {
    given = snapshot.refunded();
    snapshot.refunds().forEach(refund -> claiming.put(refund.refundId(), refund));
    inVain = snapshot.refundsInVain();
  }

  /** What was given back for certain. */
  Money given() {
    return given;
  }

  Option<Refund> find(RefundId refundId) {
    return Option.of(known(refundId));
  }

  boolean has(RefundId refundId) {
    return known(refundId) != null;
  }

  private @Nullable Refund known(RefundId refundId) {
    @Nullable Refund refund = claiming.get(refundId);
    return refund == null ? inVain.find(refundId) : refund;
  }

  /** Takes a refund that was just asked for, unless there is one of its name. */
  boolean add(Refund refund) {
    return !inVain.has(refund.refundId())
        && claiming.putIfAbsent(refund.refundId(), refund) == null;
  }

  /** Changes what is known of an open refund. */
  void end(Refund refund, RefundStatus next) {
    if (next.claimsMoney()) {
      claiming.put(refund.refundId(), refund.with(next));
      if (next == RefundStatus.CONFIRMED) {
        given = given.plus(refund.amount());
      }
      return;
    }
    claiming.remove(refund.refundId());
    inVain = inVain.with(refund.with(next));
  }

  /** Those that gave money back or may have, in the order in which they were asked for. */
  List<Refund> claiming() {
    return List.copyOf(claiming.values());
  }

  /** The last few that came to nothing. */
  RefundsInVain inVain() {
    return inVain;
  }
}
