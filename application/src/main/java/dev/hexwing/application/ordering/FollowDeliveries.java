package dev.hexwing.application.ordering;

import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Policy: an order is as far as its delivery.
 *
 * <p>Take-off and arrival are told by different aggregates, so either may be heard of first; an
 * arrival implies the take-off, and a take-off heard late changes nothing.
 */
public final class FollowDeliveries implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(FollowDeliveries.class);

  private final EffectOnce effect;
  private final InstantSource clock;

  /** The policy over these ports. */
  public FollowDeliveries(EffectOnce effect, InstantSource clock) {
    this.effect = effect;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ordering.follow-deliveries";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return event instanceof DroneDispatched || event instanceof DeliveryCompleted;
  }

  @Override
  public void on(DomainEvent event) {
    Occasion occasion = Occasion.causedBy(event, clock.instant());
    if (event instanceof DroneDispatched dispatched) {
      change(event, dispatched.orderId(), order -> dispatch(order, occasion));
    } else if (event instanceof DeliveryCompleted completed) {
      change(
          event,
          completed.orderId(),
          order -> {
            dispatch(order, occasion);
            order
                .markDelivered(occasion)
                .peekLeft(refusal -> log.warn("{}: {}", order.id(), refusal.message()));
          });
    }
  }

  private static void dispatch(Order order, Occasion occasion) {
    if (order.status() == OrderStatus.PAID) {
      order.markDispatched(occasion).getOrElseThrow(r -> new IllegalStateException(r.message()));
    } else if (order.status() == OrderStatus.CANCELLED) {
      log.warn("order {} was cancelled while its drone took off", order.id());
    }
  }

  private void change(DomainEvent event, OrderId orderId, Consumer<Order> change) {
    effect.of(
        name(),
        event.eventId(),
        stores ->
            stores.orders().find(orderId).peek(change).peek(stores.orders()::save).isDefined());
  }
}
