package dev.hexwing.domain.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All of a payment's state at one moment: to look at, and to begin from in place of a long history.
 *
 * <p>It grows with the refunds that moved money alone, however often one was tried in vain.
 *
 * @param paymentId the payment
 * @param orderId the order it is for
 * @param amount how much
 * @param method how the customer pays
 * @param status what is known of the money
 * @param charge the processor's name for the charge, once one is known
 * @param declineReason why it was declined, if it was
 * @param refunds every refund that gave money back or may have, in the order in which they were
 *     asked for
 * @param refundInVain the last refund that came to nothing, if one did
 * @param requestedAt when it was asked for
 * @param version how many events it has lived through
 */
public record PaymentSnapshot(
    PaymentId paymentId,
    OrderId orderId,
    Money amount,
    PaymentMethodToken method,
    PaymentStatus status,
    Option<ProcessorReference> charge,
    Option<DeclineReason> declineReason,
    List<Refund> refunds,
    Option<Refund> refundInVain,
    Instant requestedAt,
    Version version) {

  /**
   * Refuses absent parts, two refunds of one name, one that came to nothing among those that did
   * not, and one in vain that may have moved money; keeps its own copy of the list.
   */
  public PaymentSnapshot {
    Objects.requireNonNull(paymentId, "paymentId");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(declineReason, "declineReason");
    refunds = List.copyOf(Objects.requireNonNull(refunds, "refunds"));
    Objects.requireNonNull(refundInVain, "refundInVain");
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(version, "version");
    requireOnceInPlace(refunds, refundInVain);
  }

  private static void requireOnceInPlace(List<Refund> refunds, Option<Refund> refundInVain) {
    Set<RefundId> names = new HashSet<>();
    for (Refund refund : refundInVain) {
      if (refund.status().claimsMoney()) {
        throw new IllegalArgumentException(refund + " may have moved money");
      }
      names.add(refund.refundId());
    }
    for (Refund refund : refunds) {
      if (!refund.status().claimsMoney()) {
        throw new IllegalArgumentException(refund + " stands among those that claim money");
      }
      if (!names.add(refund.refundId())) {
        throw new IllegalArgumentException("refund " + refund.refundId() + " stands here twice");
      }
    }
  }

  static PaymentSnapshot requested(PaymentRequested event) {
    return new PaymentSnapshot(
        event.paymentId(),
        event.orderId(),
        event.amount(),
        event.method(),
        PaymentStatus.REQUESTED,
        Option.none(),
        Option.none(),
        List.of(),
        Option.none(),
        event.occurredAt(),
        event.version());
  }

  /** Every refund that is remembered: those that claim money, then the one that came to nothing. */
  public List<Refund> everyRefund() {
    List<Refund> every = new ArrayList<>(refunds);
    refundInVain.forEach(every::add);
    return List.copyOf(every);
  }

  /** What the customer has got back so far. */
  public Money refunded() {
    return sum(refund -> refund.status() == RefundStatus.CONFIRMED);
  }

  /** What the customer has got back, or may yet get of what was asked for. */
  Money claimed() {
    return sum(refund -> true);
  }

  private Money sum(Predicate<Refund> counts) {
    Money sum = Money.zero(amount.currency());
    for (Refund refund : refunds) {
      if (counts.test(refund)) {
        sum = sum.plus(refund.amount());
      }
    }
    return sum;
  }
}
