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
import dev.hexwing.domain.payments.PaymentRefusal.AlreadyConfirmed;
import dev.hexwing.domain.payments.PaymentRefusal.AlreadyDeclined;
import dev.hexwing.domain.payments.PaymentRefusal.AmountNotPositive;
import dev.hexwing.domain.payments.PaymentRefusal.NothingCharged;
import dev.hexwing.domain.payments.PaymentRefusal.RefundCurrencyDiffers;
import dev.hexwing.domain.payments.PaymentRefusal.RefundExceedsCharge;
import dev.hexwing.domain.payments.PaymentRefusal.RefundExists;
import dev.hexwing.domain.payments.PaymentRefusal.UnknownRefund;
import dev.hexwing.domain.payments.PaymentRefusal.WrongRefundStatus;
import dev.hexwing.domain.payments.PaymentRefusal.WrongStatus;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * The fold of a payment's events: one step per event, each judged before it changes anything. Which
 * command fits is judged here, too; what it did, {@link Payment} writes down.
 *
 * <p>Mutable, because a history is folded far more often than it grows, and a copy per event would
 * cost more than the step.
 */
final class PaymentState {

  private final PaymentId paymentId;
  private final OrderId orderId;
  private final Money amount;
  private final PaymentMethodToken method;
  private final Instant requestedAt;
  private final Refunds refunds;
  private PaymentStatus status;
  private Option<ProcessorReference> charge;
  private Option<DeclineReason> declineReason;
  private Money refundable;
  private long version;

  private PaymentState(PaymentSnapshot snapshot) {
    this.paymentId = snapshot.paymentId();
    this.orderId = snapshot.orderId();
    this.amount = snapshot.amount();
    this.method = snapshot.method();
    this.requestedAt = snapshot.requestedAt();
    this.status = snapshot.status();
    this.charge = snapshot.charge();
    this.declineReason = snapshot.declineReason();
    this.version = snapshot.version().value();
    this.refunds = new Refunds(snapshot);
    this.refundable =
        charge.isDefined() ? amount.minus(snapshot.claimed()) : Money.zero(amount.currency());
  }

  static PaymentState first(PaymentRequested event) {
    if (event.version().value() != 1) {
      throw new IllegalArgumentException(event.eventId() + " is not the first of its payment");
    }
    return new PaymentState(PaymentSnapshot.requested(event));
  }

  /** The state after a whole history. */
  static PaymentState of(List<PaymentEvent> history) {
    Iterator<PaymentEvent> events = history.iterator();
    if (!events.hasNext() || !(events.next() instanceof PaymentRequested first)) {
      throw new IllegalArgumentException("a payment's history begins with PaymentRequested");
    }
    PaymentState state = first(first);
    while (events.hasNext()) {
      state.take(events.next());
    }
    return state;
  }

  /** The state of a snapshot, which holds nothing that no history leads to. */
  static PaymentState of(PaymentSnapshot snapshot) {
    PaymentState state = new PaymentState(snapshot);
    boolean charged = state.charge.isDefined();
    boolean asTold =
        switch (snapshot.status()) {
          case REQUESTED, OUTCOME_UNKNOWN -> !charged && state.declineReason.isEmpty();
          case CONFIRMED -> charged && state.refunds.given().isZero();
          case PARTLY_REFUNDED ->
              charged && state.refunds.given().isPositive() && !state.isGivenBack();
          case REFUNDED -> charged && state.isGivenBack();
          case DECLINED -> state.declineReason.isDefined();
          case WITHDRAWN -> state.declineReason.isEmpty();
        };
    boolean covered =
        charged
            ? !state.refundable.isNegative()
            : snapshot.refunds().isEmpty() && snapshot.refundInVain().isEmpty();
    if (!asTold || !covered || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException("not a payment's state: " + snapshot.paymentId());
    }
    return state;
  }

  /**
   * Takes the next event.
   *
   * @throws IllegalArgumentException if it cannot have happened now: the store is damaged
   */
  void take(PaymentEvent event) {
    must(isNext(event), event);
    switch (event) {
      case PaymentRequested again -> throw misplaced(event);
      case PaymentConfirmed confirmed -> {
        must(!status.isFinal() && confirmed.amount().equals(amount), event);
        status = PaymentStatus.CONFIRMED;
        charge = Option.some(confirmed.reference());
        refundable = amount;
      }
      case PaymentDeclined declined -> {
        must(!status.isFinal(), event);
        status = PaymentStatus.DECLINED;
        declineReason = Option.some(declined.reason());
      }
      case PaymentWithdrawn withdrawn -> {
        must(status == PaymentStatus.REQUESTED, event);
        status = PaymentStatus.WITHDRAWN;
      }
      case PaymentOutcomeUnknown unknown -> {
        must(status == PaymentStatus.REQUESTED, event);
        status = PaymentStatus.OUTCOME_UNKNOWN;
      }
      case UnexpectedChargeFound found -> {
        must(!status.holdsTheOrder() && charge.isEmpty() && found.amount().equals(amount), event);
        charge = Option.some(found.reference());
        refundable = amount;
      }
      case RefundRequested asked -> {
        must(asked.amount().isPositive() && asked.amount().compareTo(refundable) <= 0, event);
        must(refunds.add(Refund.requested(asked)), event);
        refundable = refundable.minus(asked.amount());
      }
      case RefundConfirmed done -> {
        Refund refund = known(done.refundId(), event);
        must(!refund.status().isFinal() && refund.amount().equals(done.amount()), event);
        refunds.end(refund, RefundStatus.CONFIRMED);
        countGivenBack();
      }
      case RefundDeclined declined -> {
        Refund refund = known(declined.refundId(), event);
        must(!refund.status().isFinal(), event);
        refunds.end(refund, RefundStatus.DECLINED);
        refundable = refundable.plus(refund.amount());
      }
      case RefundWithdrawn withdrawn -> {
        Refund refund = known(withdrawn.refundId(), event);
        must(refund.status() == RefundStatus.REQUESTED, event);
        refunds.end(refund, RefundStatus.WITHDRAWN);
        refundable = refundable.plus(refund.amount());
      }
      case RefundOutcomeUnknown unknown -> {
        Refund refund = known(unknown.refundId(), event);
        must(refund.status() == RefundStatus.REQUESTED, event);
        refunds.end(refund, RefundStatus.OUTCOME_UNKNOWN);
      }
    }
    version++;
  }

  /** Long histories are of refunds: asking of known kinds spares a fifth of reading them. */
  private boolean isNext(PaymentEvent event) {
    return switch (event) {
      case RefundRequested asked -> isNext(asked.metadata(), asked.paymentId(), asked.orderId());
      case RefundConfirmed done -> isNext(done.metadata(), done.paymentId(), done.orderId());
      default -> isNext(event.metadata(), event.paymentId(), event.orderId());
    };
  }

  private boolean isNext(EventMetadata metadata, PaymentId payment, OrderId order) {
    return metadata.version().value() == version + 1
        && payment.equals(paymentId)
        && order.equals(orderId);
  }

  private Refund known(RefundId refundId, PaymentEvent event) {
    return refunds.find(refundId).getOrElseThrow(() -> misplaced(event));
  }

  private void must(boolean possible, PaymentEvent event) {
    if (!possible) {
      throw misplaced(event);
    }
  }

  private IllegalArgumentException misplaced(PaymentEvent event) {
    return new IllegalArgumentException(
        event.eventId() + " does not follow version " + version + " of payment " + paymentId);
  }

  private void countGivenBack() {
    // A charge that nobody expected leaves the payment as it was told: declined or withdrawn.
    if (status.holdsTheOrder()) {
      status = isGivenBack() ? PaymentStatus.REFUNDED : PaymentStatus.PARTLY_REFUNDED;
    }
  }

  private boolean isGivenBack() {
    return refunds.given().equals(amount);
  }

  /** Whether the processor's word on the charge may still come; else the refusal. */
  Either<PaymentRefusal, PaymentStatus> open(String command) {
    return switch (status) {
      case REQUESTED, OUTCOME_UNKNOWN -> Either.right(status);
      case CONFIRMED, PARTLY_REFUNDED, REFUNDED -> Either.left(new AlreadyConfirmed(charge.get()));
      case DECLINED -> Either.left(new AlreadyDeclined(declineReason.get()));
      case WITHDRAWN -> Either.left(new WrongStatus(command, status));
    };
  }

  /** Whether the request may still not have left; else the refusal. */
  Either<PaymentRefusal, PaymentStatus> fresh(String command) {
    return status == PaymentStatus.REQUESTED
        ? Either.right(status)
        : Either.left(new WrongStatus(command, status));
  }

  /** Whether nobody expects a charge, and none was found; else the refusal. */
  Either<PaymentRefusal, PaymentStatus> notCharged(String command) {
    return status.holdsTheOrder() || charge.isDefined()
        ? Either.left(new WrongStatus(command, status))
        : Either.right(status);
  }

  /** The charge of which so much can be given back under a new name; else the refusal. */
  Either<PaymentRefusal, ProcessorReference> newRefund(RefundId refundId, Money asked) {
    if (charge.isEmpty()) {
      return Either.left(new NothingCharged(status));
    }
    if (!asked.currency().equals(amount.currency())) {
      return Either.left(new RefundCurrencyDiffers(amount, asked));
    }
    if (!asked.isPositive()) {
      return Either.left(new AmountNotPositive(asked));
    }
    if (refunds.has(refundId)) {
      return Either.left(new RefundExists(refundId));
    }
    if (asked.compareTo(refundable) > 0) {
      return Either.left(new RefundExceedsCharge(refundable, asked));
    }
    return Either.right(charge.get());
  }

  Either<PaymentRefusal, Refund> openRefund(String command, RefundId refundId) {
    return knownRefund(refundId)
        .flatMap(
            refund ->
                refund.status().isFinal()
                    ? Either.left(new WrongRefundStatus(command, refund.status()))
                    : Either.right(refund));
  }

  Either<PaymentRefusal, Refund> requestedRefund(String command, RefundId refundId) {
    return knownRefund(refundId)
        .flatMap(
            refund ->
                refund.status() == RefundStatus.REQUESTED
                    ? Either.right(refund)
                    : Either.left(new WrongRefundStatus(command, refund.status())));
  }

  private Either<PaymentRefusal, Refund> knownRefund(RefundId refundId) {
    return refunds.find(refundId).toEither(() -> new UnknownRefund(refundId));
  }

  PaymentId paymentId() {
    return paymentId;
  }

  OrderId orderId() {
    return orderId;
  }

  Money amount() {
    return amount;
  }

  PaymentStatus status() {
    return status;
  }

  Option<ProcessorReference> charge() {
    return charge;
  }

  Version version() {
    return new Version(version);
  }

  Option<Refund> refund(RefundId refundId) {
    return refunds.find(refundId);
  }

  Money refundable() {
    return refundable;
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
        refunds.claiming(),
        refunds.inVain(),
        requestedAt,
        version());
  }
}
