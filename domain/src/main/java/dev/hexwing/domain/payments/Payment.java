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
import dev.hexwing.domain.payments.PaymentRefusal.AmountNotPositive;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A payment: one attempt to charge a customer for an order, and what came of it.
 *
 * <p>Its state is the fold of its events, so the state at any moment can be had again. It is
 * confirmed at most once and never both confirmed and declined; not knowing is a state of its own.
 * The sum of refunds never exceeds the charge.
 *
 * <pre>{@code
 * Payment payment = Payment.request(id, orderId, amount, token, occasion).get();
 * payment.confirm(reference, later);
 * payment.requestRefund(refundId, part, later);
 * }</pre>
 *
 * <p>Not safe for use by several threads: each loads its own.
 */
@AggregateRoot
public final class Payment {

  @Identity private final PaymentId paymentId;
  private final Changes<PaymentEvent> changes;
  private final PaymentState state;

  private Payment(PaymentState state, Version stored) {
    this.paymentId = state.paymentId();
    this.state = state;
    this.changes = Changes.since(paymentId.toString(), stored);
  }

  /** Records the intent to charge an amount above zero. */
  public static Either<PaymentRefusal, Payment> request(
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      PaymentMethodToken method,
      Occasion occasion) {
    Objects.requireNonNull(paymentId, "paymentId");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(occasion, "occasion");
    if (!amount.isPositive()) {
      return Either.left(new AmountNotPositive(amount));
    }
    Changes<PaymentEvent> none = Changes.since(paymentId.toString(), Version.NONE);
    PaymentRequested event =
        new PaymentRequested(none.next(occasion), paymentId, orderId, amount, method);
    Payment payment = new Payment(PaymentState.first(event), Version.NONE);
    payment.changes.record(event);
    return Either.right(payment);
  }

  /**
   * Brings a payment back from its whole history, or from any beginning of it.
   *
   * @param history oldest first, without a gap, the first a PaymentRequested
   * @throws IllegalArgumentException if the history is no payment's: a bug or a damaged store
   */
  public static Payment reconstitute(List<PaymentEvent> history) {
    Objects.requireNonNull(history, "history");
    return stored(PaymentState.of(history));
  }

  /**
   * Brings a payment back from a snapshot and what happened since, which is cheaper than a long
   * history: it costs the same after any number of refunds that came to nothing.
   *
   * @param since oldest first, without a gap, the first the one after the snapshot's version; empty
   *     if nothing happened
   * @throws IllegalArgumentException if these are no payment's: a bug or a damaged store
   */
  public static Payment reconstitute(PaymentSnapshot snapshot, List<PaymentEvent> since) {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(since, "since");
    PaymentState state = PaymentState.of(snapshot);
    since.forEach(state::take);
    return stored(state);
  }

  private static Payment stored(PaymentState state) {
    return new Payment(state, state.version());
  }

  /**
   * The payment as it was at a moment, from its whole history; none before it was asked for.
   *
   * <p>Events count in the order of their versions, up to the first that happened later: the clocks
   * of two nodes may disagree, and what follows an event was not known before it.
   *
   * @param moment what happened at this very moment counts
   */
  public static Option<Payment> asOf(List<PaymentEvent> history, Instant moment) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(moment, "moment");
    List<PaymentEvent> known =
        history.stream().takeWhile(event -> !event.occurredAt().isAfter(moment)).toList();
    return known.isEmpty() ? Option.none() : Option.some(reconstitute(known));
  }

  /** Notes the processor's word that the customer was charged. */
  public Either<PaymentRefusal, PaymentConfirmed> confirm(
      ProcessorReference reference, Occasion occasion) {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .open("confirm")
        .map(
            fine ->
                recorded(
                    new PaymentConfirmed(
                        changes.next(occasion), paymentId, orderId(), amount(), reference)));
  }

  /** Notes the processor's word that nothing was charged, and never will be. */
  public Either<PaymentRefusal, PaymentDeclined> decline(DeclineReason reason, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .open("decline")
        .map(
            fine ->
                recorded(
                    new PaymentDeclined(changes.next(occasion), paymentId, orderId(), reason)));
  }

  /**
   * Takes the intent back; only for a request that certainly never left.
   *
   * @param reason what kept it from leaving; the first 500 characters are kept
   */
  public Either<PaymentRefusal, PaymentWithdrawn> withdraw(String reason, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .fresh("withdraw")
        .map(
            fine ->
                recorded(
                    new PaymentWithdrawn(
                        changes.next(occasion), paymentId, orderId(), Remark.tidy(reason))));
  }

  /**
   * Notes that the answer was lost, so that money may have moved.
   *
   * @param reason what hid the answer; the first 500 characters are kept
   */
  public Either<PaymentRefusal, PaymentOutcomeUnknown> markOutcomeUnknown(
      String reason, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .fresh("leave open")
        .map(
            fine ->
                recorded(
                    new PaymentOutcomeUnknown(
                        changes.next(occasion), paymentId, orderId(), Remark.tidy(reason))));
  }

  /** Notes a charge that contradicts what was recorded; it is to be refunded. */
  public Either<PaymentRefusal, UnexpectedChargeFound> recordUnexpectedCharge(
      ProcessorReference reference, Occasion occasion) {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .notCharged("find an unexpected charge of")
        .map(
            fine ->
                recorded(
                    new UnexpectedChargeFound(
                        changes.next(occasion), paymentId, orderId(), amount(), reference)));
  }

  /** Records the intent to give some of the charge back, up to what is left of it. */
  public Either<PaymentRefusal, RefundRequested> requestRefund(
      RefundId refundId, Money asked, Occasion occasion) {
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .newRefund(refundId, asked)
        .map(
            charge ->
                recorded(
                    new RefundRequested(
                        changes.next(occasion), paymentId, orderId(), refundId, asked, charge)));
  }

  /** Notes the processor's word that the customer got the money back. */
  public Either<PaymentRefusal, RefundConfirmed> confirmRefund(
      RefundId refundId, ProcessorReference reference, Occasion occasion) {
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .openRefund("confirm", refundId)
        .map(
            refund ->
                recorded(
                    new RefundConfirmed(
                        changes.next(occasion),
                        paymentId,
                        orderId(),
                        refundId,
                        refund.amount(),
                        reference)));
  }

  /** Notes the processor's word that nothing was given back. */
  public Either<PaymentRefusal, RefundDeclined> declineRefund(
      RefundId refundId, DeclineReason reason, Occasion occasion) {
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .openRefund("decline", refundId)
        .map(
            refund ->
                recorded(
                    new RefundDeclined(
                        changes.next(occasion), paymentId, orderId(), refundId, reason)));
  }

  /**
   * Takes the intent of a refund back; only for a request that certainly never left.
   *
   * @param reason what kept it from leaving; the first 500 characters are kept
   */
  public Either<PaymentRefusal, RefundWithdrawn> withdrawRefund(
      RefundId refundId, String reason, Occasion occasion) {
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .requestedRefund("withdraw", refundId)
        .map(
            refund ->
                recorded(
                    new RefundWithdrawn(
                        changes.next(occasion),
                        paymentId,
                        orderId(),
                        refundId,
                        Remark.tidy(reason))));
  }

  /**
   * Notes that the answer to a refund was lost.
   *
   * @param reason what hid the answer; the first 500 characters are kept
   */
  public Either<PaymentRefusal, RefundOutcomeUnknown> markRefundOutcomeUnknown(
      RefundId refundId, String reason, Occasion occasion) {
    Objects.requireNonNull(refundId, "refundId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return state
        .requestedRefund("leave open", refundId)
        .map(
            refund ->
                recorded(
                    new RefundOutcomeUnknown(
                        changes.next(occasion),
                        paymentId,
                        orderId(),
                        refundId,
                        Remark.tidy(reason))));
  }

  private <T extends PaymentEvent> T recorded(T event) {
    state.take(event);
    return changes.record(event);
  }

  /** The name of the payment. */
  public PaymentId id() {
    return paymentId;
  }

  /** The order it is for. */
  public OrderId orderId() {
    return state.orderId();
  }

  /** How much was asked for. */
  public Money amount() {
    return state.amount();
  }

  /** What is known of the money. */
  public PaymentStatus status() {
    return state.status();
  }

  /** The processor's name for the charge, once one is known. */
  public Option<ProcessorReference> charge() {
    return state.charge();
  }

  /**
   * A refund by its name; none if it was never asked for, or came to nothing and another one has
   * since. {@link Refund#listOf} tells of those from the history.
   */
  public Option<Refund> refund(RefundId refundId) {
    Objects.requireNonNull(refundId, "refundId");
    return state.refund(refundId);
  }

  /** What could still be given back: the charge less every refund that is done or may be. */
  public Money refundable() {
    return state.refundable();
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the payment was read, once. */
  public List<PaymentEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public PaymentSnapshot snapshot() {
    return state.snapshot();
  }
}
