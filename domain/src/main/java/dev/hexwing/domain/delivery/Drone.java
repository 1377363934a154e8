package dev.hexwing.domain.delivery;

import dev.hexwing.domain.delivery.DroneEvent.DroneBatteryCritical;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.delivery.DroneEvent.DroneGrounded;
import dev.hexwing.domain.delivery.DroneEvent.DroneRegistered;
import dev.hexwing.domain.delivery.DroneEvent.DroneReturned;
import dev.hexwing.domain.delivery.DroneEvent.MaintenanceCleared;
import dev.hexwing.domain.delivery.DroneRefusal.AlreadyDispatched;
import dev.hexwing.domain.delivery.DroneRefusal.BatteryTooLow;
import dev.hexwing.domain.delivery.DroneRefusal.BatteryUnknown;
import dev.hexwing.domain.delivery.DroneRefusal.Grounded;
import dev.hexwing.domain.delivery.DroneRefusal.MaintenanceDue;
import dev.hexwing.domain.delivery.DroneRefusal.ParcelTooHeavy;
import dev.hexwing.domain.delivery.DroneRefusal.WrongStatus;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A drone: it alone decides whether it may fly.
 *
 * <p>{@code READY → DISPATCHED → RETURNING → READY}, and {@code READY|RETURNING → GROUNDED →
 * READY}. It flies one delivery at a time, never with too little in its battery, never with
 * maintenance due, never overloaded. Every flight counts toward the next maintenance. One that is
 * grounded with a parcel turns for home, and stays there until it was looked after.
 *
 * <pre>{@code
 * drone.dispatch(deliveryId, orderId, parcel, DispatchPolicy.STANDARD, occasion)
 *     .peekLeft(refusal -> log.info(refusal.message()));
 * }</pre>
 *
 * <p>Not safe for use by several threads: each loads its own.
 */
@AggregateRoot
public final class Drone {

  @Identity private final DroneId droneId;
  private final DroneModel model;
  private final PayloadCapacity capacity;
  private final Changes<DroneEvent> changes;
  private Option<BatteryLevel> battery;
  private Maintenance maintenance;
  private int flights;
  private DroneStatus status;
  private Option<DeliveryId> deliveryId;

  private Drone(DroneSnapshot state) {
    this.droneId = state.droneId();
    this.model = state.model();
    this.capacity = state.capacity();
    this.battery = state.battery();
    this.maintenance = state.maintenance();
    this.flights = state.flights();
    this.status = state.status();
    this.deliveryId = state.deliveryId();
    this.changes = Changes.since(droneId.value(), state.version());
  }

  /** Takes a drone into the fleet: maintenance cleared, battery unknown until it reports. */
  public static Drone register(
      DroneId droneId, DroneModel model, PayloadCapacity capacity, Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    Drone drone =
        new Drone(
            new DroneSnapshot(
                droneId,
                model,
                capacity,
                Option.none(),
                Maintenance.CLEARED,
                0,
                DroneStatus.READY,
                Option.none(),
                Version.NONE));
    drone.changes.record(
        new DroneRegistered(drone.changes.next(occasion), droneId, model, capacity));
    return drone;
  }

  /**
   * Brings a stored drone back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no drone's: a bug or a damaged store
   */
  public static Drone reconstitute(DroneSnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    boolean flying = snapshot.status() == DroneStatus.DISPATCHED;
    if (flying != snapshot.deliveryId().isDefined()
        || snapshot.flights() < 0
        || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException("not a drone's state: " + snapshot);
    }
    return new Drone(snapshot);
  }

  /**
   * Takes off with a parcel.
   *
   * <p>Refuses, in this order: grounded, in the air already, battery unknown or below the minimum
   * (exactly the minimum flies), maintenance due, parcel too heavy.
   */
  public Either<DroneRefusal, DroneDispatched> dispatch(
      DeliveryId delivery,
      OrderId orderId,
      Parcel parcel,
      DispatchPolicy policy,
      Occasion occasion) {
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(parcel, "parcel");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(occasion, "occasion");
    Option<DroneRefusal> refusal = refusalToFly(parcel, policy);
    if (refusal.isDefined()) {
      return Either.left(refusal.get());
    }
    DroneDispatched dispatched =
        changes.record(new DroneDispatched(changes.next(occasion), droneId, delivery, orderId));
    status = DroneStatus.DISPATCHED;
    deliveryId = Option.some(delivery);
    flights = flights == Integer.MAX_VALUE ? flights : flights + 1;
    return Either.right(dispatched);
  }

  private Option<DroneRefusal> refusalToFly(Parcel parcel, DispatchPolicy policy) {
    if (status == DroneStatus.GROUNDED) {
      return Option.some(new Grounded());
    }
    if (status != DroneStatus.READY) {
      return Option.some(new AlreadyDispatched(status));
    }
    if (battery.isEmpty()) {
      return Option.some(new BatteryUnknown());
    }
    if (battery.get().compareTo(policy.minimumBattery()) < 0) {
      return Option.some(new BatteryTooLow(battery.get(), policy.minimumBattery()));
    }
    if (maintenance == Maintenance.DUE) {
      return Option.some(new MaintenanceDue());
    }
    if (!capacity.carries(parcel)) {
      return Option.some(new ParcelTooHeavy(capacity, parcel));
    }
    return Option.none();
  }

  /** Turns for home, its delivery done or given up; nobody outside needs to hear of it. */
  public Either<DroneRefusal, DroneStatus> turnHome() {
    if (status != DroneStatus.DISPATCHED) {
      return Either.left(new WrongStatus("turn home", status));
    }
    status = DroneStatus.RETURNING;
    deliveryId = Option.none();
    changes.recordSilently();
    return Either.right(status);
  }

  /**
   * Notes that the drone is home; after enough flights maintenance is due.
   *
   * <p>It is ready for the next flight, unless it was grounded on its last one.
   */
  public Either<DroneRefusal, DroneReturned> returnHome(DispatchPolicy policy, Occasion occasion) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(occasion, "occasion");
    if (status != DroneStatus.RETURNING) {
      return Either.left(new WrongStatus("return", status));
    }
    Maintenance counted = afterFlights(policy);
    DroneReturned returned =
        changes.record(new DroneReturned(changes.next(occasion), droneId, flights, counted));
    // None takes off with maintenance due: it fell due in the air because the drone was grounded.
    status = maintenance == Maintenance.DUE ? DroneStatus.GROUNDED : DroneStatus.READY;
    maintenance = counted;
    return Either.right(returned);
  }

  /**
   * Takes a drone out of service.
   *
   * <p>One that is with a parcel gives its delivery up and turns for home with maintenance due; it
   * is grounded once it has returned. Whoever grounds it has the delivery {@linkplain Delivery#fail
   * fail}, so that another drone may try.
   */
  public Either<DroneRefusal, DroneGrounded> ground(
      Reason reason, DispatchPolicy policy, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(occasion, "occasion");
    if (status == DroneStatus.GROUNDED) {
      return Either.left(new WrongStatus("ground", status));
    }
    DroneGrounded grounded =
        changes.record(new DroneGrounded(changes.next(occasion), droneId, reason));
    if (status == DroneStatus.DISPATCHED) {
      status = DroneStatus.RETURNING;
      deliveryId = Option.none();
      maintenance = Maintenance.DUE;
    } else {
      status = DroneStatus.GROUNDED;
      maintenance = afterFlights(policy);
    }
    return Either.right(grounded);
  }

  /** Notes that a drone at home was looked after; a grounded one is ready again. */
  public Either<DroneRefusal, MaintenanceCleared> clearMaintenance(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    return switch (status) {
      case READY, GROUNDED -> {
        MaintenanceCleared cleared =
            changes.record(new MaintenanceCleared(changes.next(occasion), droneId));
        status = DroneStatus.READY;
        maintenance = Maintenance.CLEARED;
        flights = 0;
        yield Either.right(cleared);
      }
      case DISPATCHED, RETURNING -> Either.left(new WrongStatus("look after", status));
    };
  }

  /**
   * Takes the drone's own word on its battery.
   *
   * @return the event of a drone in flight that fell below the reserve with this report; else none
   */
  public Option<DroneBatteryCritical> reportBattery(
      BatteryLevel level, DispatchPolicy policy, Occasion occasion) {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(occasion, "occasion");
    boolean inFlight = status == DroneStatus.DISPATCHED || status == DroneStatus.RETURNING;
    boolean wasCritical = battery.exists(before -> before.compareTo(policy.reserve()) < 0);
    Option<DroneBatteryCritical> critical = Option.none();
    if (inFlight && !wasCritical && level.compareTo(policy.reserve()) < 0) {
      critical =
          Option.some(
              changes.record(new DroneBatteryCritical(changes.next(occasion), droneId, level)));
    } else {
      changes.recordSilently();
    }
    battery = Option.some(level);
    return critical;
  }

  private Maintenance afterFlights(DispatchPolicy policy) {
    return flights >= policy.flightsBetweenMaintenance() ? Maintenance.DUE : maintenance;
  }

  /** The name of the drone. */
  public DroneId id() {
    return droneId;
  }

  /** Where it is. */
  public DroneStatus status() {
    return status;
  }

  /** What is left in its battery, once it has reported. */
  public Option<BatteryLevel> battery() {
    return battery;
  }

  /** Whether it has been looked after. */
  public Maintenance maintenance() {
    return maintenance;
  }

  /** The delivery it flies, while it does. */
  public Option<DeliveryId> deliveryId() {
    return deliveryId;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the drone was read, once. */
  public List<DroneEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public DroneSnapshot snapshot() {
    return new DroneSnapshot(
        droneId,
        model,
        capacity,
        battery,
        maintenance,
        flights,
        status,
        deliveryId,
        changes.current());
  }
}
