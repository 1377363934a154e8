package dev.hexwing.application.payments;

import dev.hexwing.application.Ids;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.payments.AmountsDue.CalledOff;
import dev.hexwing.application.payments.AmountsDue.Due;
import dev.hexwing.application.payments.AmountsDue.NoSuchOrder;
import dev.hexwing.application.payments.AmountsDue.Paid;
import dev.hexwing.application.payments.KeyedIntents.Recorded;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Charges and refunds: phase one of each, and the way into phases two and three. */
public final class PaymentDesk {

  private final UnitOfWork unitOfWork;
  private final AmountsDue amountsDue;
  private final Ids ids;
  private final InstantSource clock;
  private final PaymentTimes times;
  private final Recovery recovery;
  private final KeyedIntents intents;

  /** A desk over these ports. */
  public PaymentDesk(
      UnitOfWork unitOfWork,
      PaymentProcessor processor,
      AmountsDue amountsDue,
      Ids ids,
      InstantSource clock,
      PaymentTimes times) {
    this.unitOfWork = unitOfWork;
    this.amountsDue = amountsDue;
    this.ids = ids;
    this.clock = clock;
    this.times = times;
    Ask ask = new Ask(processor);
    Outcomes outcomes = new Outcomes(unitOfWork, times, clock);
    this.recovery = new Recovery(unitOfWork, ask, outcomes, amountsDue, times);
    this.intents = new KeyedIntents(unitOfWork, ask, outcomes, recovery, times);
  }

  /** What ends unknown outcomes; to be run by a background worker. */
  public Recovery recovery() {
    return recovery;
  }

  /** Serves {@link PayForOrder}. */
  public Either<DomainError, Answered<Receipt.OfPayment>> pay(PayForOrder.Command command) {
    KeyedRequest request =
        new KeyedRequest(
            command.principal(),
            command.key(),
            RequestFingerprint.of(
                "pay",
                command.principal().name(),
                command.orderId().toString(),
                command.amount().toString(),
                command.method().value()),
            command.correlationId());
    return intents.run(request, Receipt.OfPayment.class, () -> recordCharge(request, command));
  }

  /** Serves {@link RefundPayment}. */
  public Either<DomainError, Answered<Receipt.OfRefund>> refund(RefundPayment.Command command) {
    KeyedRequest request = refundRequest(command);
    return intents.run(
        request,
        Receipt.OfRefund.class,
        () ->
            unitOfWork.execute(
                stores ->
                    recordRefund(
                        stores,
                        request,
                        command,
                        Occasion.of(clock.instant(), command.correlationId()))));
  }

  /** Carries out a refund whose intent a policy has recorded. */
  Either<DomainError, Answered<Receipt.OfRefund>> carryOutRefund(Recorded recorded) {
    return intents.firstAsk(recorded, Receipt.OfRefund.class);
  }

  /** Serves {@link FindPayment}. */
  public Option<PaymentSnapshot> find(PaymentId paymentId) {
    return unitOfWork.read(stores -> stores.payments().find(paymentId)).map(Payment::snapshot);
  }

  /** Serves {@link ListPayments}. */
  public List<PaymentSnapshot> list(Option<OrderId> after, int limit) {
    return unitOfWork.read(
        stores ->
            stores.openPayments().list(after, limit).stream()
                .map(paymentId -> stores.payments().find(paymentId).get().snapshot())
                .toList());
  }

  /** Serves {@link ShowPaymentHistory}. */
  public Option<List<PaymentEvent>> history(PaymentId paymentId, Option<Instant> asOf) {
    List<PaymentEvent> events = unitOfWork.read(stores -> stores.payments().history(paymentId));
    return Option.when(
        !events.isEmpty(),
        () ->
            events.stream()
                .takeWhile(event -> asOf.forAll(moment -> !event.occurredAt().isAfter(moment)))
                .toList());
  }

  private Either<DomainError, Recorded> recordCharge(
      KeyedRequest request, PayForOrder.Command command) {
    return owed(command.orderId(), command.amount())
        .flatMap(due -> requested(command))
        .flatMap(
            payment -> {
              try {
                return Either.right(
                    unitOfWork.execute(stores -> recordCharge(stores, request, payment)));
              } catch (WriteConflict lost) {
                if (lost.subject() != WriteConflict.Subject.OPEN_PAYMENT) {
                  throw lost;
                }
                return Either.left(held(command.orderId()).getOrElseThrow(() -> lost));
              }
            });
  }

  private Either<DomainError, Money> owed(OrderId orderId, Money offered) {
    return switch (amountsDue.of(orderId)) {
      case Due due ->
          due.amount().equals(offered)
              ? Either.right(due.amount())
              : Either.left(new PayRefusal.AmountDiffers(due.amount(), offered));
      case Paid paid -> Either.left(new PayRefusal.OrderAlreadyPaid(orderId, paid.paymentId()));
      case CalledOff calledOff -> Either.left(new PayRefusal.OrderCancelled(orderId));
      case NoSuchOrder none -> Either.left(new PayRefusal.UnknownOrder(orderId));
    };
  }

  private Either<DomainError, Payment> requested(PayForOrder.Command command) {
    return Payment.request(
            new PaymentId(ids.next()),
            command.orderId(),
            command.amount(),
            command.method(),
            Occasion.of(clock.instant(), command.correlationId()))
        .mapLeft(refusal -> refusal);
  }

  /** The key is written first: of two equal requests the loser must learn that it is a repeat. */
  private Recorded recordCharge(Stores stores, KeyedRequest request, Payment payment) {
    Intent intent = new Intent.Charge(payment.id());
    stores.keys().claim(request, intent, times.lease());
    stores.openPayments().claim(payment.orderId(), payment.id());
    stores.payments().save(payment);
    return new Recorded(fresh(request, intent), payment);
  }

  /**
   * Who holds the order; none if its payment has come to nothing meanwhile, which the two reads may
   * see from both sides. Then the claim is worth another try.
   */
  private Option<DomainError> held(OrderId orderId) {
    return unitOfWork.read(
        stores ->
            stores
                .openPayments()
                .find(orderId)
                .flatMap(stores.payments()::find)
                .filter(holder -> holder.status().holdsTheOrder())
                .map(
                    holder ->
                        holder.status().isFinal()
                            ? new PayRefusal.OrderAlreadyPaid(orderId, holder.id())
                            : new PayRefusal.PaymentAlreadyOpen(orderId, holder.id())));
  }

  static KeyedRequest refundRequest(RefundPayment.Command command) {
    return new KeyedRequest(
        command.principal(),
        command.key(),
        RequestFingerprint.of(
            "refund",
            command.principal().name(),
            command.paymentId().toString(),
            command.amount().toString()),
        command.correlationId());
  }

  /** Phase one of a refund, within a transaction of the caller's. */
  Either<DomainError, Recorded> recordRefund(
      Stores stores, KeyedRequest request, RefundPayment.Command command, Occasion occasion) {
    Option<Payment> found = stores.payments().find(command.paymentId());
    if (found.isEmpty()) {
      return Either.left(new PayRefusal.UnknownPayment(command.paymentId()));
    }
    return recordRefund(stores, request, found.get(), command.amount(), occasion);
  }

  /** The same of a payment that the caller has read in this transaction, and decided by. */
  Either<DomainError, Recorded> recordRefund(
      Stores stores, KeyedRequest request, Payment payment, Money amount, Occasion occasion) {
    RefundId refundId = new RefundId(ids.next());
    return payment
        .requestRefund(refundId, amount, occasion)
        .map(
            requested -> {
              Intent intent = new Intent.GiveBack(payment.id(), refundId);
              stores.keys().claim(request, intent, times.lease());
              stores.payments().save(payment);
              return new Recorded(fresh(request, intent), payment);
            })
        .mapLeft(refusal -> refusal);
  }

  private static KeyRecord fresh(KeyedRequest request, Intent intent) {
    return new KeyRecord(
        request,
        KeyState.RUNNING,
        1,
        false,
        0,
        Duration.ZERO,
        Duration.ZERO,
        Option.some(intent),
        Option.none());
  }
}
