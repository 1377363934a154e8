package dev.hexwing.application.delivery;

import dev.hexwing.application.store.Retries;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliveryRefusal;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.List;

/**
 * Brings parcels and drones together, and follows them to the end.
 *
 * <p>A delivery and its drone change in one transaction, each only from the version that was read:
 * so one drone flies a delivery, and one delivery is flown by a drone, under any interleaving.
 */
public final class DispatchDesk {

  private static final int AT_ONCE = 100;

  private final UnitOfWork unitOfWork;
  private final DispatchPolicy policy;
  private final InstantSource clock;

  /** A desk over these ports. */
  public DispatchDesk(UnitOfWork unitOfWork, DispatchPolicy policy, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.policy = policy;
    this.clock = clock;
  }

  /** Serves {@link FindDelivery}. */
  public Option<DeliverySnapshot> findByOrder(OrderId orderId) {
    return unitOfWork
        .read(stores -> stores.deliveries().findByOrder(orderId))
        .map(Delivery::snapshot);
  }

  /** Serves {@link CompleteDelivery}. */
  public Either<DomainError, DeliverySnapshot> complete(CompleteDelivery.Command command) {
    return end(
        command.deliveryId(), delivery -> delivery.complete(occasion(command.correlationId())));
  }

  /** Serves {@link FailDelivery}. */
  public Either<DomainError, DeliverySnapshot> fail(FailDelivery.Command command) {
    return end(
        command.deliveryId(),
        delivery -> delivery.fail(command.reason(), occasion(command.correlationId())));
  }

  /**
   * Looks for a drone for a parcel that waits for one.
   *
   * @return whether one took off with it now
   */
  boolean dispatch(DeliveryId deliveryId) {
    return Retries.onConflict(
        () ->
            unitOfWork.execute(
                stores ->
                    stores
                        .deliveries()
                        .find(deliveryId)
                        .filter(delivery -> delivery.status() == DeliveryStatus.REQUESTED)
                        .exists(delivery -> dispatch(stores, delivery))));
  }

  /**
   * Looks for drones for the parcels that have waited longest; a heavy one does not hold up the
   * lighter ones behind it.
   *
   * @return whether any took off
   */
  public boolean dispatchWaiting() {
    List<DeliveryId> waiting = unitOfWork.read(stores -> stores.deliveries().waiting(AT_ONCE));
    boolean any = false;
    for (DeliveryId deliveryId : waiting) {
      any |= dispatch(deliveryId);
    }
    return any;
  }

  private boolean dispatch(Stores stores, Delivery delivery) {
    Occasion occasion = occasion(delivery.correlationId());
    Option<Drone> ready = stores.drones().findReady(delivery.parcel(), policy);
    return ready.exists(
        drone ->
            drone
                .dispatch(delivery.id(), delivery.orderId(), delivery.parcel(), policy, occasion)
                .peek(
                    dispatched -> {
                      must(delivery.dispatch(drone.id()));
                      stores.drones().save(drone);
                      stores.deliveries().save(delivery);
                    })
                .isRight());
  }

  private Either<DomainError, DeliverySnapshot> end(DeliveryId deliveryId, End end) {
    return Retries.onConflict(
        () ->
            unitOfWork.execute(
                stores ->
                    stores
                        .deliveries()
                        .find(deliveryId)
                        .<DomainError>toEither(
                            () -> new DispatchRefusal.UnknownDelivery(deliveryId))
                        .flatMap(delivery -> end(stores, delivery, end))));
  }

  private static Either<DomainError, DeliverySnapshot> end(
      Stores stores, Delivery delivery, End end) {
    return end.of(delivery)
        .peek(
            ended -> {
              stores.deliveries().save(delivery);
              Drone drone = stores.drones().find(delivery.droneId().get()).get();
              must(drone.turnHome());
              stores.drones().save(drone);
            })
        .<DeliverySnapshot>map(ended -> delivery.snapshot())
        .mapLeft(refusal -> refusal);
  }

  private Occasion occasion(CorrelationId correlationId) {
    return Occasion.of(clock.instant(), correlationId);
  }

  private static <T> T must(Either<? extends DomainError, T> step) {
    return step.getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
  }

  /** The end of a flight. */
  private interface End {
    Either<DeliveryRefusal, ?> of(Delivery delivery);
  }
}
