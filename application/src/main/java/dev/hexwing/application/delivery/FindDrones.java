package dev.hexwing.application.delivery;

import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryFailed;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryRequested;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import java.time.InstantSource;

/**
 * Policy: a requested delivery gets a drone as soon as one is fit, and a failed one is requested
 * again.
 */
public final class FindDrones implements EventConsumer {

  private final EffectOnce effect;
  private final DispatchDesk desk;
  private final InstantSource clock;

  /** The policy over these ports. */
  public FindDrones(EffectOnce effect, DispatchDesk desk, InstantSource clock) {
    this.effect = effect;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "delivery.find-drones";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return event instanceof DeliveryRequested || event instanceof DeliveryFailed;
  }

  @Override
  public void on(DomainEvent event) {
    if (event instanceof DeliveryRequested requested) {
      // Needs no inbox: a delivery that has its drone is not dispatched again.
      desk.dispatch(requested.deliveryId());
    } else if (event instanceof DeliveryFailed failed) {
      effect.of(
          name(),
          event.eventId(),
          stores ->
              stores
                  .deliveries()
                  .find(failed.deliveryId())
                  .exists(
                      delivery ->
                          delivery
                              .requestAgain(Occasion.causedBy(event, clock.instant()))
                              .peek(again -> stores.deliveries().save(delivery))
                              .isRight()));
    }
  }
}
