package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.DroneCommand.ClearMaintenance;
import dev.hexwing.domain.testkit.DroneCommand.Dispatch;
import dev.hexwing.domain.testkit.DroneCommand.Ground;
import dev.hexwing.domain.testkit.DroneCommand.ReportBattery;
import dev.hexwing.domain.testkit.DroneCommand.ReturnHome;
import dev.hexwing.domain.testkit.DroneCommand.TurnHome;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.ActionChain;

/**
 * Arbitrary drones in every status, and their lives from the first command to the last.
 *
 * <p>Every drone is fresh: no two tries share one. Drones are reached through their public commands
 * alone.
 */
public final class DroneLives {

  private static final Life.Store<Drone, DroneSnapshot, DroneEvent> STORE =
      new Life.Store<>(
          Drone::snapshot, Drone::drainEvents, (snapshot, history) -> Drone.reconstitute(snapshot));

  private static final BatteryLevel FULL = new BatteryLevel(100);

  private DroneLives() {}

  /**
   * All that {@link Drone#register} asks for.
   *
   * @param droneId its name
   * @param model what the maker calls it
   * @param capacity the heaviest parcel it can carry
   * @param occasion when and why
   */
  public record Registration(
      DroneId droneId, DroneModel model, PayloadCapacity capacity, Occasion occasion) {

    /** A new drone of this registration, its event not yet drained. */
    public Drone make() {
      return Drone.register(droneId, model, capacity, occasion);
    }
  }

  /** Registrations of drones of any strength. */
  public static Arbitrary<Registration> registrations() {
    return Combinators.combine(
            DeliveryValues.droneIds(),
            DeliveryValues.droneModels(),
            DeliveryValues.payloadCapacities(),
            SharedValues.occasions())
        .as(Registration::new);
  }

  /** Drones in any status, with the events of their way there still to be drained. */
  public static Arbitrary<Drone> drones() {
    return Arbitraries.of(DroneStatus.values()).flatMap(DroneLives::drones);
  }

  /** Drones in a status, with any battery; ready and grounded ones with maintenance due or not. */
  public static Arbitrary<Drone> drones(DroneStatus status) {
    return registrations()
        .flatMap(
            registration ->
                Combinators.combine(
                        dispatches(registration.capacity(), DispatchPolicy.STANDARD)
                            .filter(take -> registration.capacity().carries(take.parcel())),
                        grounds(maintenanceAfter(1)),
                        DeliveryValues.batteryLevels(),
                        Arbitraries.of(true, false))
                    .as(
                        (take, ground, battery, flown) ->
                            brought(registration, status, take, ground, battery, flown)));
  }

  private static Drone brought(
      Registration registration,
      DroneStatus status,
      Dispatch take,
      Ground ground,
      BatteryLevel battery,
      boolean flown) {
    Drone drone = registration.make();
    DispatchPolicy policy = flown ? maintenanceAfter(1) : DispatchPolicy.STANDARD;
    Occasion occasion = take.occasion();
    boolean home = status == DroneStatus.READY || status == DroneStatus.GROUNDED;
    if (flown || !home) {
      drone.reportBattery(FULL, policy, occasion);
      take.carryOut(drone).get();
    }
    if (home ? flown : status == DroneStatus.RETURNING) {
      drone.turnHome().get();
    }
    if (home && flown) {
      drone.returnHome(policy, occasion).get();
    }
    if (status == DroneStatus.GROUNDED) {
      drone.ground(ground.reason(), policy, occasion).get();
    }
    drone.reportBattery(battery, policy, occasion);
    return drone;
  }

  private static DispatchPolicy maintenanceAfter(int flights) {
    return new DispatchPolicy(
        DispatchPolicy.STANDARD.minimumBattery(), DispatchPolicy.STANDARD.reserve(), flights);
  }

  /** Commands to a drone under a policy, in any order. */
  public static Arbitrary<DroneCommand> commands(PayloadCapacity capacity, DispatchPolicy policy) {
    return Arbitraries.oneOf(
        dispatches(capacity, policy),
        turns(),
        returns(policy),
        grounds(policy),
        clearances(),
        reports(policy));
  }

  /**
   * A drone's life under one policy: registered, then up to 40 commands, stored and read anew now
   * and then.
   */
  public static Arbitrary<ActionChain<Life<Drone, DroneCommand, DroneSnapshot, DroneEvent>>>
      lives() {
    Arbitrary<DispatchPolicy> policies =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(maintenanceAfter(1), maintenanceAfter(2))),
            Tuple.of(1, DeliveryValues.dispatchPolicies()));
    return Combinators.combine(registrations(), policies).flatAs(DroneLives::lives);
  }

  /** Lives of one drone under one policy. */
  public static Arbitrary<ActionChain<Life<Drone, DroneCommand, DroneSnapshot, DroneEvent>>> lives(
      Registration registration, DispatchPolicy policy) {
    return ActionChain.startWith(() -> begin(registration))
        .withAction(6, Life.any(dispatches(registration.capacity(), policy)))
        .withAction(4, Life.any(turns()))
        .withAction(4, Life.any(returns(policy)))
        .withAction(1, Life.any(grounds(policy)))
        .withAction(2, Life.any(clearances()))
        .withAction(5, Life.any(reports(policy)))
        .withAction(1, Life.rereading())
        .withMaxTransformations(40);
  }

  /** The beginning of a life. */
  public static Life<Drone, DroneCommand, DroneSnapshot, DroneEvent> begin(
      Registration registration) {
    return new Life<>(registration.make(), STORE);
  }

  private static Arbitrary<Dispatch> dispatches(PayloadCapacity capacity, DispatchPolicy policy) {
    return Combinators.combine(
            DeliveryValues.deliveryIds(),
            OrderingValues.orderIds(),
            DeliveryValues.parcelsFor(capacity),
            SharedValues.occasions())
        .as(
            (deliveryId, orderId, parcel, occasion) ->
                new Dispatch(deliveryId, orderId, parcel, policy, occasion));
  }

  private static Arbitrary<TurnHome> turns() {
    return Arbitraries.just(new TurnHome());
  }

  private static Arbitrary<ReturnHome> returns(DispatchPolicy policy) {
    return SharedValues.occasions().map(occasion -> new ReturnHome(policy, occasion));
  }

  private static Arbitrary<Ground> grounds(DispatchPolicy policy) {
    return Combinators.combine(DeliveryValues.reasons(), SharedValues.occasions())
        .as((reason, occasion) -> new Ground(reason, policy, occasion));
  }

  private static Arbitrary<ClearMaintenance> clearances() {
    return SharedValues.occasions().map(ClearMaintenance::new);
  }

  private static Arbitrary<ReportBattery> reports(DispatchPolicy policy) {
    Arbitrary<BatteryLevel> levels =
        Arbitraries.frequencyOf(
            Tuple.of(2, DeliveryValues.batteryLevels()),
            Tuple.of(1, Arbitraries.just(FULL)),
            Tuple.of(1, Arbitraries.just(policy.minimumBattery())),
            Tuple.of(1, Arbitraries.just(policy.reserve())),
            Tuple.of(1, Arbitraries.just(below(policy.reserve()))));
    return Combinators.combine(levels, SharedValues.occasions())
        .as((level, occasion) -> new ReportBattery(level, policy, occasion));
  }

  private static BatteryLevel below(BatteryLevel level) {
    return new BatteryLevel(Math.max(0, level.percent() - 1));
  }
}
