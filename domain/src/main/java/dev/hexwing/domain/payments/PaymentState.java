package dev.hexwing.domain.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.RefundWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Option;
import java.time.Instant;

/** The fold of a payment's events; immutable, one step per event. */
record PaymentState(
    PaymentId paymentId,
    OrderId orderId,
    Money amount,
    PaymentMethodToken method,
    PaymentStatus status,
    Option<ProcessorReference> charge,
    Option<DeclineReason> declineReason,
    LinkedHashMap<RefundId, Refund> refunds,
    Money claimed,
    Money refunded,
    Instant requestedAt,
    Version version) {

  static PaymentState first(PaymentRequested event) {
    if (!event.version().equals(Version.NONE.next())) {
      throw new IllegalArgumentException(event.eventId() + " is not the first of its payment");
    }
    Money nothing = Money.zero(event.amount().currency());
    return new PaymentState(
        event.paymentId(),
        event.orderId(),
        event.amount(),
        event.method(),
        PaymentStatus.REQUESTED,
        Option.none(),
        Option.none(),
        LinkedHashMap.empty(),
        nothing,
        nothing,
        event.occurredAt(),
        event.version());
  }

  PaymentState after(PaymentEvent event) {
    boolean next =
        event.version().equals(version.next())
            && event.paymentId().equals(paymentId)
            && event.orderId().equals(orderId);
    if (!next || !allows(event)) {
      throw new IllegalArgumentException(
          event.eventId() + " does not follow version " + version + " of payment " + paymentId);
    }
    return changed(event).at(event.version());
  }

  /** Whether the event can have happened now: a store that says otherwise is damaged. */
  private boolean allows(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested again -> false;
      case PaymentConfirmed confirmed -> !status.isFinal() && confirmed.amount().equals(amount);
      case PaymentDeclined declined -> !status.isFinal();
      case PaymentWithdrawn withdrawn -> status == PaymentStatus.REQUESTED;
      case PaymentOutcomeUnknown unknown -> status == PaymentStatus.REQUESTED;
      case UnexpectedChargeFound found ->
          !status.holdsTheOrder() && charge.isEmpty() && found.amount().equals(amount);
      case RefundRequested asked ->
          refund(asked.refundId()).isEmpty()
              && asked.amount().isPositive()
              && asked.amount().compareTo(refundable()) <= 0;
      case RefundConfirmed done ->
          refund(done.refundId())
              .exists(open -> !open.status().isFinal() && open.amount().equals(done.amount()));
      case RefundDeclined declined ->
          refund(declined.refundId()).exists(open -> !open.status().isFinal());
      case RefundWithdrawn withdrawn -> isRequested(withdrawn.refundId());
      case RefundOutcomeUnknown unknown -> isRequested(unknown.refundId());
    };
  }

  private boolean isRequested(RefundId refundId) {
    return refund(refundId).exists(open -> open.status() == RefundStatus.REQUESTED);
  }

  private PaymentState changed(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested again -> first(again);
      case PaymentConfirmed confirmed -> charged(PaymentStatus.CONFIRMED, confirmed.reference());
      case PaymentDeclined declined ->
          status(PaymentStatus.DECLINED, Option.some(declined.reason()));
      case PaymentWithdrawn withdrawn -> status(PaymentStatus.WITHDRAWN, Option.none());
      case PaymentOutcomeUnknown unknown -> status(PaymentStatus.OUTCOME_UNKNOWN, Option.none());
      case UnexpectedChargeFound found -> charged(status, found.reference());
      case RefundRequested asked ->
          refund(
              new Refund(asked.refundId(), asked.amount(), RefundStatus.REQUESTED),
              claimed.plus(asked.amount()),
              refunded);
      case RefundConfirmed done ->
          ended(done.refundId(), RefundStatus.CONFIRMED, done.amount()).withRefundedStatus();
      case RefundDeclined declined -> ended(declined.refundId(), RefundStatus.DECLINED, nothing());
      case RefundWithdrawn withdrawn ->
          ended(withdrawn.refundId(), RefundStatus.WITHDRAWN, nothing());
      case RefundOutcomeUnknown unknown ->
          ended(unknown.refundId(), RefundStatus.OUTCOME_UNKNOWN, nothing());
    };
  }

  Option<Refund> refund(RefundId refundId) {
    return refunds.get(refundId);
  }

  Money refundable() {
    return charge.isDefined() ? amount.minus(claimed) : nothing();
  }

  PaymentSnapshot snapshot() {
    return new PaymentSnapshot(
        paymentId,
        orderId,
        amount,
        method,
        status,
        charge,
        declineReason,
        refunds.values().toJavaList(),
        requestedAt,
        version);
  }

  private Money nothing() {
    return Money.zero(amount.currency());
  }

  private PaymentState ended(RefundId refundId, RefundStatus next, Money given) {
    Refund refund = refund(refundId).get();
    Money claims = next.claimsMoney() ? claimed : claimed.minus(refund.amount());
    return refund(refund.with(next), claims, refunded.plus(given));
  }

  private PaymentState withRefundedStatus() {
    // A charge that nobody expected leaves the payment as it was told: declined or withdrawn.
    if (!status.holdsTheOrder()) {
      return this;
    }
    return status(
        refunded.equals(amount) ? PaymentStatus.REFUNDED : PaymentStatus.PARTLY_REFUNDED,
        declineReason);
  }

  private PaymentState status(PaymentStatus next, Option<DeclineReason> reason) {
    return new PaymentState(
        paymentId,
        orderId,
        amount,
        method,
        next,
        charge,
        reason,
        refunds,
        claimed,
        refunded,
        requestedAt,
        version);
  }

  private PaymentState charged(PaymentStatus next, ProcessorReference reference) {
    return new PaymentState(
        paymentId,
        orderId,
        amount,
        method,
        next,
        Option.some(reference),
        declineReason,
        refunds,
        claimed,
        refunded,
        requestedAt,
        version);
  }

  private PaymentState refund(Refund refund, Money claims, Money given) {
    return new PaymentState(
        paymentId,
        orderId,
        amount,
        method,
        status,
        charge,
        declineReason,
        refunds.put(refund.refundId(), refund),
        claims,
        given,
        requestedAt,
        version);
  }

  private PaymentState at(Version next) {
    return new PaymentState(
        paymentId,
        orderId,
        amount,
        method,
        status,
        charge,
        declineReason,
        refunds,
        claimed,
        refunded,
        requestedAt,
        next);
  }
}
