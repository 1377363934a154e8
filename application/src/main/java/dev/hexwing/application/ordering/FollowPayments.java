package dev.hexwing.application.ordering;

import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Option;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Policy: a confirmed payment pays its order. */
public final class FollowPayments implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(FollowPayments.class);

  private final EffectOnce effect;
  private final InstantSource clock;

  /** The policy over these ports. */
  public FollowPayments(EffectOnce effect, InstantSource clock) {
    this.effect = effect;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ordering.follow-payments";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return event instanceof PaymentConfirmed;
  }

  @Override
  public void on(DomainEvent event) {
    if (event instanceof PaymentConfirmed confirmed) {
      effect
          .of(
              name(),
              event.eventId(),
              stores -> {
                Option<Order> found = stores.orders().find(confirmed.orderId());
                return found.flatMap(
                    order ->
                        order
                            .confirmPayment(
                                confirmed.paymentId(),
                                confirmed.amount(),
                                Occasion.causedBy(event, clock.instant()))
                            .peek(paid -> stores.orders().save(order))
                            .swap()
                            .toOption());
              })
          .flatMap(refusal -> refusal)
          .forEach(refusal -> report(confirmed, refusal));
    }
  }

  /** An order called off meanwhile is refunded by payments' own policy. */
  private static void report(PaymentConfirmed confirmed, OrderRefusal refusal) {
    log.warn("order {} was not marked paid: {}", confirmed.orderId(), refusal.message());
  }
}
