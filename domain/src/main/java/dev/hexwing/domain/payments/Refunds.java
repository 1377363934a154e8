package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.ArrayList;
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

  static final int REMEMBERED_IN_VAIN = 8;

  private final Map<RefundId, Refund> claiming = new LinkedHashMap<>();
  private List<Refund> inVain;
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
    return refund == null ? find(inVain, refundId) : refund;
  }

  /** The one of that name among a few. */
  static @Nullable Refund find(List<Refund> few, RefundId refundId) {
    for (int i = 0; i < few.size(); i++) {
      Refund refund = few.get(i);
      if (refund.refundId().equals(refundId)) {
        return refund;
      }
    }
    return null;
  }

  /** Takes a refund that was just asked for, unless there is one of its name. */
  boolean add(Refund refund) {
    return find(inVain, refund.refundId()) == null
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
    List<Refund> oneMore = new ArrayList<>(inVain);
    oneMore.add(refund.with(next));
    inVain = last(oneMore);
  }

  /** The last few, which are remembered. */
  static List<Refund> last(List<Refund> inVain) {
    int forgotten = Math.max(0, inVain.size() - REMEMBERED_IN_VAIN);
    return List.copyOf(forgotten == 0 ? inVain : inVain.subList(forgotten, inVain.size()));
  }

  /** Those that gave money back or may have, in the order in which they were asked for. */
  List<Refund> claiming() {
    return List.copyOf(claiming.values());
  }

  /** The last few that came to nothing, in the order in which they did. */
  List<Refund> inVain() {
    return inVain;
  }
}
