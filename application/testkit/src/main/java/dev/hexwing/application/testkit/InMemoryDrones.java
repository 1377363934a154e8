package dev.hexwing.application.testkit;

import dev.hexwing.application.delivery.Fleet;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;

/** Drones in memory. */
final class InMemoryDrones implements Drones, Fleet {

  private static final Comparator<DroneSnapshot> FULLEST_FIRST =
      Comparator.comparing((DroneSnapshot drone) -> drone.battery().get())
          .reversed()
          .thenComparing(DroneSnapshot::droneId);

  private final InMemoryTransaction transaction;

  InMemoryDrones(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Drone> find(DroneId droneId) {
    return transaction.view().drones.get(droneId).map(Drone::reconstitute);
  }

  @Override
  public Option<Drone> findReady(Parcel parcel, DispatchPolicy policy) {
    return transaction
        .view()
        .drones
        .values()
        .filter(drone -> mayFly(drone, parcel, policy.minimumBattery()))
        .sorted(FULLEST_FIRST)
        .find(this::lock)
        .map(Drone::reconstitute);
  }

  /** Takes the row in hand, if nobody else has it or has changed it meanwhile. */
  private boolean lock(DroneSnapshot drone) {
    return transaction.lock(drone.droneId())
        && transaction.view().drones.get(drone.droneId()).contains(drone);
  }

  private static boolean mayFly(DroneSnapshot drone, Parcel parcel, BatteryLevel minimum) {
    return drone.status() == DroneStatus.READY
        && drone.maintenance() == Maintenance.CLEARED
        && drone.battery().exists(level -> level.compareTo(minimum) >= 0)
        && drone.capacity().carries(parcel);
  }

  @Override
  public void save(Drone drone) {
    Version expected = drone.storedVersion();
    DroneSnapshot snapshot = drone.snapshot();
    if (snapshot.version().equals(expected)) {
      return;
    }
    List<DomainEvent> events = drone.drainEvents().stream().map(Moments::kept).toList();
    transaction.write(
        tables -> {
          Version found =
              tables
                  .drones
                  .get(snapshot.droneId())
                  .map(DroneSnapshot::version)
                  .getOrElse(Version.NONE);
          Tables.require(found.equals(expected), Subject.DRONE, snapshot.droneId());
          boolean sharedFlight =
              snapshot.deliveryId().isDefined()
                  && tables
                      .drones
                      .values()
                      .exists(
                          other ->
                              !other.droneId().equals(snapshot.droneId())
                                  && other.deliveryId().equals(snapshot.deliveryId()));
          Tables.require(!sharedFlight, Subject.DRONE, snapshot.droneId());
          tables.drones = tables.drones.put(snapshot.droneId(), snapshot);
          tables.sendOff(events, transaction.now());
        });
  }

  @Override
  public List<DroneSnapshot> byName(Option<DroneId> after, int limit) {
    return transaction
        .view()
        .drones
        .values()
        .filter(drone -> after.forAll(than -> drone.droneId().compareTo(than) > 0))
        .take(limit)
        .toJavaList();
  }
}
