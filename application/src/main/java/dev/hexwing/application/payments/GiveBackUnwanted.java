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
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Option;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Policy: money that nobody is owed goes back, once.
 *
 * <p>A cancelled order's charge, a charge that was confirmed after its order was cancelled, and a
 * charge that the processor made although it had been declined or withdrawn. Cancellation and
 * confirmation may be heard of in either order; whichever comes second finds the other.
 */
public final class GiveBackUnwanted implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(GiveBackUnwanted.class);

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
        || event instanceof UnexpectedChargeFound;
  }

  @Override
  public void on(DomainEvent event) {
    if (event instanceof OrderCancelled cancelled) {
      giveBack(
          event,
          stores ->
              cancelled.refundDue().orElse(() -> stores.openPayments().find(cancelled.orderId())));
    } else if (event instanceof PaymentConfirmed confirmed) {
      if (amountsDue.of(confirmed.orderId()) instanceof CalledOff) {
        giveBack(event, stores -> Option.some(confirmed.paymentId()));
      }
    } else if (event instanceof UnexpectedChargeFound found) {
      giveBack(event, stores -> Option.some(found.paymentId()));
    }
  }

  private void giveBack(DomainEvent event, Which which) {
    effect
        .of(
            name(),
            event.eventId(),
            stores ->
                which
                    .in(stores)
                    .flatMap(stores.payments()::find)
                    .flatMap(payment -> recordIntent(stores, payment, event)))
        .flatMap(recorded -> recorded)
        .forEach(desk::carryOutRefund);
  }

  /** All that is left of the charge; nothing if none of it is, or if it is not known yet. */
  private Option<Recorded> recordIntent(Stores stores, Payment payment, DomainEvent event) {
    if (!payment.refundable().isPositive()) {
      return Option.none();
    }
    RefundPayment.Command command =
        new RefundPayment.Command(
            Principal.SYSTEM,
            new IdempotencyKey("give-back " + payment.id()),
            payment.id(),
            payment.refundable(),
            event.correlationId());
    KeyedRequest request = PaymentDesk.refundRequest(command);
    if (stores.keys().find(request.scope(), request.key()).isDefined()) {
      return Option.none();
    }
    return desk.recordRefund(stores, request, command, Occasion.causedBy(event, clock.instant()))
        .peekLeft(refusal -> log.error("{}: {}", payment.id(), refusal.message()))
        .toOption();
  }

  /** Finds the payment at stake. */
  private interface Which {
    Option<PaymentId> in(Stores stores);
  }
}
