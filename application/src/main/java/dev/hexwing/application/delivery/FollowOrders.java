package dev.hexwing.application.delivery;

import dev.hexwing.application.Ids;
import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.store.Stores;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Policy: a paid order is delivered, once; a cancelled one is not, if no drone has it yet. */
public final class FollowOrders implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(FollowOrders.class);

  private final EffectOnce effect;
  private final Ids ids;
  private final InstantSource clock;

  /** The policy over these ports. */
  public FollowOrders(EffectOnce effect, Ids ids, InstantSource clock) {
    this.effect = effect;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "delivery.follow-orders";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return event instanceof OrderPaid || event instanceof OrderCancelled;
  }

  @Override
  public void on(DomainEvent event) {
    Occasion occasion = Occasion.causedBy(event, clock.instant());
    if (event instanceof OrderPaid paid) {
      effect.of(name(), event.eventId(), stores -> request(stores, paid, occasion));
    } else if (event instanceof OrderCancelled cancelled) {
      effect.of(name(), event.eventId(), stores -> cancel(stores, cancelled, occasion));
    }
  }

  private boolean request(Stores stores, OrderPaid paid, Occasion occasion) {
    if (stores.deliveries().findByOrder(paid.orderId()).isDefined()) {
      return false;
    }
    stores
        .deliveries()
        .save(
            Delivery.request(
                new DeliveryId(ids.next()),
                paid.orderId(),
                ParcelTranslator.parcelOf(paid),
                occasion));
    return true;
  }

  private static boolean cancel(Stores stores, OrderCancelled cancelled, Occasion occasion) {
    return stores
        .deliveries()
        .findByOrder(cancelled.orderId())
        .exists(
            delivery ->
                delivery
                    .cancel(occasion)
                    .peek(done -> stores.deliveries().save(delivery))
                    .peekLeft(refusal -> log.warn("{}: {}", delivery.id(), refusal.message()))
                    .isRight());
  }
}
