package dev.hexwing.application.delivery;

import dev.hexwing.application.store.Retries;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.List;

/** Looks after the fleet. */
public final class FleetDesk {

  private final UnitOfWork unitOfWork;
  private final DispatchPolicy policy;
  private final InstantSource clock;
  private final Runnable lookForParcels;

  /** A desk over these ports; {@code lookForParcels} is called when a drone may have become fit. */
  public FleetDesk(
      UnitOfWork unitOfWork, DispatchPolicy policy, InstantSource clock, Runnable lookForParcels) {
    this.unitOfWork = unitOfWork;
    this.policy = policy;
    this.clock = clock;
    this.lookForParcels = lookForParcels;
  }

  /** Serves {@link RegisterDrone}. */
  public Either<DomainError, DroneSnapshot> register(RegisterDrone.Command command) {
    return Retries.onConflict(
        () ->
            unitOfWork.execute(
                stores -> {
                  if (stores.drones().find(command.droneId()).isDefined()) {
                    return Either.left(new DispatchRefusal.DroneExists(command.droneId()));
                  }
                  Drone drone =
                      Drone.register(
                          command.droneId(),
                          command.model(),
                          command.capacity(),
                          occasion(command.correlationId()));
                  stores.drones().save(drone);
                  return Either.right(drone.snapshot());
                }));
  }

  /** Serves {@link ReportBattery}. */
  public Either<DomainError, DroneSnapshot> report(ReportBattery.Command command) {
    return change(
        command.droneId(),
        (stores, drone) -> {
          drone.reportBattery(command.level(), policy, occasion(command.correlationId()));
          return Either.right(drone);
        });
  }

  /** Serves {@link ClearMaintenance}. */
  public Either<DomainError, DroneSnapshot> clear(ClearMaintenance.Command command) {
    return change(
        command.droneId(),
        (stores, drone) -> drone.clearMaintenance(occasion(command.correlationId())));
  }

  /** Serves {@link GroundDrone}. */
  public Either<DomainError, DroneSnapshot> ground(GroundDrone.Command command) {
    Occasion occasion = occasion(command.correlationId());
    return change(
        command.droneId(),
        (stores, drone) -> {
          Option<DeliveryId> given = drone.deliveryId();
          return drone
              .ground(command.reason(), policy, occasion)
              .peek(grounded -> given.forEach(id -> giveUp(stores, id, command, occasion)));
        });
  }

  /** What a drone carried when it was grounded goes to another one. */
  private static void giveUp(
      Stores stores, DeliveryId deliveryId, GroundDrone.Command command, Occasion occasion) {
    Delivery delivery = stores.deliveries().find(deliveryId).get();
    delivery
        .fail(command.reason(), occasion)
        .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    stores.deliveries().save(delivery);
  }

  /** Serves {@link ReturnDrone}. */
  public Either<DomainError, DroneSnapshot> returned(ReturnDrone.Command command) {
    return change(
        command.droneId(),
        (stores, drone) -> drone.returnHome(policy, occasion(command.correlationId())));
  }

  /** Serves {@link FindDrone}. */
  public Option<DroneSnapshot> find(DroneId droneId) {
    return unitOfWork.read(stores -> stores.drones().find(droneId)).map(Drone::snapshot);
  }

  /** Serves {@link ListDrones}. */
  public List<DroneSnapshot> list(Option<DroneId> after, int limit) {
    return unitOfWork.read(stores -> stores.fleet().byName(after, limit));
  }

  private Either<DomainError, DroneSnapshot> change(DroneId droneId, Change change) {
    Either<DomainError, DroneSnapshot> changed =
        Retries.onConflict(
            () ->
                unitOfWork.execute(
                    stores ->
                        stores
                            .drones()
                            .find(droneId)
                            .<DomainError>toEither(() -> new DispatchRefusal.UnknownDrone(droneId))
                            .flatMap(
                                drone ->
                                    change
                                        .of(stores, drone)
                                        .peek(done -> stores.drones().save(drone))
                                        .<DroneSnapshot>map(done -> drone.snapshot())
                                        .mapLeft(refusal -> refusal))));
    lookForParcels.run();
    return changed;
  }

  private Occasion occasion(CorrelationId correlationId) {
    return Occasion.of(clock.instant(), correlationId);
  }

  /** One command to a drone. */
  private interface Change {
    Either<DroneRefusal, ?> of(Stores stores, Drone drone);
  }
}
