package dev.hexwing.application.payments;

import dev.hexwing.application.Principal;
import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.payments.AmountsDue.CalledOff;
import dev.hexwing.application.payments.KeyedIntents.Recorded;
import dev.hexwing.application.store.Stores;
import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.RefundWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.List;

/**
 * Policy: money that nobody is owed goes back, once.
 *
 * <p>A cancelled order's charge, a charge that was confirmed after its order was cancelled, a
 * customer's refund that came to nothing after it was cancelled, and a charge that the processor
 * made although it had been declined or withdrawn. Cancellation and what else happened may be heard
 * of in either order; whichever comes second finds the other.
 */
public final class GiveBackUnwanted implements EventConsumer {

  private final EffectOnce effect;
  private final PaymentDesk desk;
  private final AmountsDue amountsDue;
  private final InstantSource clock;

  /** The policy over these ports. */
  public GiveBackUnwanted(
      EffectOnce effect, PaymentDesk desk, AmountsDue amountsDue, InstantSource clock) {
    this.effect = effect;
    this.desk = desk;
    this.amountsDue = amountsDue;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "payments.give-back-unwanted";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return event instanceof OrderCancelled
        || event instanceof PaymentConfirmed
        || event instanceof UnexpectedChargeFound
        || event instanceof RefundDeclined
        || event instanceof RefundWithdrawn;
  }

  @Override
  public void on(DomainEvent event) {
    if (event instanceof OrderCancelled cancelled) {
      giveBack(
          event,
          "",
          stores ->
              cancelled
                  .refundDue()
                  .orElse(() -> stores.openPayments().find(cancelled.orderId()))
                  .flatMap(stores.payments()::find));
    } else if (event instanceof PaymentConfirmed confirmed) {
      if (isCalledOff(confirmed)) {
        giveBack(event, "", stores -> stores.payments().find(confirmed.paymentId()));
      }
    } else if (event instanceof UnexpectedChargeFound found) {
      giveBack(event, "", stores -> stores.payments().find(found.paymentId()));
    } else if (event instanceof RefundDeclined declined) {
      cameToNothing(declined, declined.refundId());
    } else if (event instanceof RefundWithdrawn withdrawn) {
      cameToNothing(withdrawn, withdrawn.refundId());
    }
  }

  private boolean isCalledOff(PaymentEvent event) {
    return amountsDue.of(event.orderId()) instanceof CalledOff;
  }

  /** What a refund of the customer's own would have given back is still due. */
  private void cameToNothing(PaymentEvent event, RefundId refundId) {
    if (isCalledOff(event)) {
      giveBack(
          event,
          " " + refundId,
          stores ->
              stores
                  .payments()
                  .find(event.paymentId())
                  .filter(payment -> !isOurs(stores.payments().history(payment.id()), refundId)));
    }
  }

  /**
   * A refund of this policy's is not tried again without a person: it might be declined forever.
   */
  private static boolean isOurs(List<PaymentEvent> history, RefundId refundId) {
    return history.stream()
        .filter(RefundRequested.class::isInstance)
        .map(RefundRequested.class::cast)
        .anyMatch(
            asked ->
                asked.refundId().equals(refundId) && asked.metadata().causationId().isDefined());
  }

  private void giveBack(DomainEvent event, String which, Found found) {
    effect
        .of(
            name(),
            event.eventId(),
            stores ->
                found.in(stores).flatMap(payment -> recordIntent(stores, payment, which, event)))
        .flatMap(recorded -> recorded)
        .forEach(desk::carryOutRefund);
  }

  /** All that is left of the charge; nothing if none of it is, or if it is not known yet. */
  private Option<Recorded> recordIntent(
      Stores stores, Payment payment, String which, DomainEvent event) {
    if (!payment.refundable().isPositive()) {
      return Option.none();
    }
    RefundPayment.Command command =
        new RefundPayment.Command(
            Principal.SYSTEM,
            new IdempotencyKey("give-back " + payment.id() + which),
            payment.id(),
            payment.refundable(),
            event.correlationId());
    KeyedRequest request = PaymentDesk.refundRequest(command);
    if (stores.keys().find(request.scope(), request.key()).isDefined()) {
      return Option.none();
    }
    Occasion occasion = Occasion.causedBy(event, clock.instant());
    return Option.some(
        desk.recordRefund(stores, request, payment, command.amount(), occasion)
            .getOrElseThrow(refusal -> new IllegalStateException(refusal.message())));
  }

  /** Finds the payment at stake. */
  private interface Found {
    Option<Payment> in(Stores stores);
  }
}
