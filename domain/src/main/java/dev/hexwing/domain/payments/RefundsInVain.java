package dev.hexwing.domain.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * The last refunds of a payment that came to nothing, in the order in which they did: declined or
 * withdrawn, each name once, 8 at most.
 *
 * <p>A refund may be tried in vain any number of times, and a payment stays as small as after a
 * few. Nothing is counted of these; they are remembered for whoever asks what became of one.
 *
 * <pre>{@code
 * RefundsInVain few = RefundsInVain.of(List.of(declined, withdrawn));
 * few.list(); // both
 * }</pre>
 *
 * <p>Immutable, so any number of threads may share one.
 */
@ValueObject
public final class RefundsInVain {

  /** Of a payment that no refund was tried of in vain. */
  public static final RefundsInVain NONE = new RefundsInVain(List.of());

  private static final int REMEMBERED = 8;

  private final List<Refund> few;

  // A bit for each name, so that a new name is hardly ever compared with any of them.
  private final long bits;

  private RefundsInVain(List<Refund> refunds) {
    few = List.copyOf(refunds);
    long seen = 0;
    for (int i = 0; i < few.size(); i++) {
      Refund refund = few.get(i);
      if (refund.status().claimsMoney()) {
        throw new IllegalArgumentException(refund + " may have moved money");
      }
      RefundId name = refund.refundId();
      if ((seen & bit(name)) != 0 && find(few.subList(0, i), name) != null) {
        throw new IllegalArgumentException("refund " + name + " stands here twice");
      }
      seen |= bit(name);
    }
    bits = seen;
  }

  /**
   * Keeps the last 8 of them.
   *
   * @param refunds in the order in which they came to nothing
   * @throws IllegalArgumentException if one of those 8 may have moved money, or two have one name
   */
  public static RefundsInVain of(List<Refund> refunds) {
    Objects.requireNonNull(refunds, "refunds");
    int forgotten = Math.max(0, refunds.size() - REMEMBERED);
    return new RefundsInVain(forgotten == 0 ? refunds : refunds.subList(forgotten, refunds.size()));
  }

  /** With one more, which the oldest makes room for. */
  RefundsInVain with(Refund refund) {
    List<Refund> oneMore = new ArrayList<>(few);
    oneMore.add(refund);
    return of(oneMore);
  }

  boolean has(RefundId name) {
    return find(name) != null;
  }

  @Nullable Refund find(RefundId name) {
    return (bits & bit(name)) == 0 ? null : find(few, name);
  }

  private static @Nullable Refund find(List<Refund> few, RefundId name) {
    for (Refund refund : few) {
      if (refund.refundId().equals(name)) {
        return refund;
      }
    }
    return null;
  }

  /** One of 64, by the last six bits of the name, which chance makes in nearly every UUID. */
  private static long bit(RefundId name) {
    return 1L << name.value().getLeastSignificantBits();
  }

  /** All that are remembered, the oldest first. */
  public List<Refund> list() {
    return few;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefundsInVain same && few.equals(same.few);
  }

  @Override
  public int hashCode() {
    return few.hashCode();
  }

  @Override
  public String toString() {
    return few.toString();
  }
}
