package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.DroneCommand.ClearMaintenance;
import dev.hexwing.domain.testkit.DroneCommand.Dispatch;
import dev.hexwing.domain.testkit.DroneCommand.Ground;
import dev.hexwing.domain.testkit.DroneCommand.ReportBattery;
import dev.hexwing.domain.testkit.DroneCommand.ReturnHome;
import dev.hexwing.domain.testkit.DroneCommand.TurnHome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;

/**
 * Arbitrary drones in every status, and their lives from the first command to the last.
 *
 * <p>Every drone is fresh: no two tries share one. Drones are reached through their public commands
 * alone.
 */
public final class DroneLives {

  private static final KeptAggregate.Store<Drone, DroneSnapshot, DroneEvent> STORE =
      new KeptAggregate.Store<>(
          Drone::snapshot, Drone::drainEvents, (snapshot, history) -> Drone.reconstitute(snapshot));

  private static final BatteryLevel FULL = new BatteryLevel(100);
  private static final DispatchPolicy HIGH =
      new DispatchPolicy(new BatteryLevel(50), new BatteryLevel(50), 3);
  private static final DispatchPolicy LOW =
      new DispatchPolicy(new BatteryLevel(0), new BatteryLevel(0), 1);

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
    return Arbitraries.oneOf(Stream.of(DroneStatus.values()).map(DroneLives::drones).toList());
  }

  /** Drones in a status, with any battery; ready and grounded ones with maintenance due or not. */
  public static Arbitrary<Drone> drones(DroneStatus status) {
    return Combinators.combine(
            registrations(),
            DeliveryValues.deliveryIds(),
            OrderingValues.orderIds(),
            DeliveryValues.parcels(),
            SharedValues.occasions(),
            DeliveryValues.reasons(),
            DeliveryValues.batteryLevels(),
            Arbitraries.of(true, false))
        .as(
            (registration, deliveryId, orderId, any, occasion, reason, battery, flown) -> {
              long grams = Math.min(any.grams(), registration.capacity().grams());
              DispatchPolicy policy = flown ? maintenanceAfter(1) : DispatchPolicy.STANDARD;
              Parcel parcel = new Parcel(grams, any.dropOff());
              Drone drone = registration.make();
              bring(
                  drone,
                  status,
                  new Dispatch(deliveryId, orderId, parcel, policy, occasion),
                  new Ground(reason, policy, occasion),
                  flown);
              drone.reportBattery(battery, policy, occasion);
              return drone;
            });
  }

  private static void bring(
      Drone drone, DroneStatus status, Dispatch take, Ground ground, boolean flown) {
    boolean home = status == DroneStatus.READY || status == DroneStatus.GROUNDED;
    if (flown || !home) {
      drone.reportBattery(FULL, take.policy(), take.occasion());
      take.carryOut(drone).get();
    }
    if (home ? flown : status == DroneStatus.RETURNING) {
      drone.turnHome().get();
    }
    if (home && flown) {
      drone.returnHome(take.policy(), take.occasion()).get();
    }
    if (status == DroneStatus.GROUNDED) {
      ground.carryOut(drone).get();
    }
  }

  private static DispatchPolicy maintenanceAfter(int flights) {
    return new DispatchPolicy(
        DispatchPolicy.STANDARD.minimumBattery(), DispatchPolicy.STANDARD.reserve(), flights);
  }

  /** Whole histories, oldest first. */
  public static Arbitrary<List<DroneEvent>> histories() {
    return lives().map(chain -> chain.run().history());
  }

  /** Events as they happen in whole histories. */
  public static Arbitrary<DroneEvent> events() {
    return Events.anyOf(histories());
  }

  /** Events of one kind, as they happen in whole histories. */
  public static <T extends DroneEvent> Arbitrary<T> events(Class<T> kind) {
    return Events.anyOf(histories(), kind);
  }

  /** Commands to some drone under some policy, in any order. */
  public static Arbitrary<DroneCommand> commands() {
    return Combinators.combine(
            DeliveryValues.payloadCapacities(), DeliveryValues.dispatchPolicies())
        .flatAs(DroneLives::commands);
  }

  /** Commands to a drone of a strength under a policy, in any order. */
  public static Arbitrary<DroneCommand> commands(PayloadCapacity capacity, DispatchPolicy policy) {
    return Arbitraries.oneOf(
        dispatches(capacity, policy),
        turns(),
        returns(policy),
        grounds(policy),
        clearances(),
        reports(policy));
  }

  /** Lives of drones of several strengths, each under one of several policies. */
  public static Arbitrary<ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>>> lives() {
    return lives(DroneLives::subject);
  }

  /** Lives of what you make of a registration: your own handler over your own repository. */
  public static Arbitrary<ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>>> lives(
      Function<Registration, Subject<DroneCommand, DroneSnapshot, DroneEvent>> subjects) {
    List<Arbitrary<ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>>>> all =
        new ArrayList<>();
    for (DispatchPolicy policy : List.of(maintenanceAfter(1), maintenanceAfter(2), HIGH, LOW)) {
      for (int grams : List.of(1, 2_000, PayloadCapacity.MOST)) {
        all.add(lives(new PayloadCapacity(grams), policy, subjects));
      }
    }
    return Arbitraries.oneOf(all);
  }

  /**
   * A drone's life under one policy: registered, then up to 24 commands, stored and read anew now
   * and then.
   */
  public static Arbitrary<ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>>> lives(
      PayloadCapacity capacity,
      DispatchPolicy policy,
      Function<Registration, Subject<DroneCommand, DroneSnapshot, DroneEvent>> subjects) {
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doDispatches =
        Life.any(dispatches(capacity, policy));
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doTurns = Life.any(turns());
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doReturns = Life.any(returns(policy));
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doGrounds = Life.any(grounds(policy));
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doClearances = Life.any(clearances());
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doReports = Life.any(reports(policy));
    Action<Life<DroneCommand, DroneSnapshot, DroneEvent>> doRereading = Life.rereading();
    return registrations()
        .withoutEdgeCases()
        .map(any -> new Registration(any.droneId(), any.model(), capacity, any.occasion()))
        .flatMap(
            registration ->
                ActionChain.startWith(() -> new Life<>(subjects.apply(registration)))
                    .withAction(6, doDispatches)
                    .withAction(4, doTurns)
                    .withAction(4, doReturns)
                    .withAction(1, doGrounds)
                    .withAction(2, doClearances)
                    .withAction(5, doReports)
                    .withAction(1, doRereading)
                    .withMaxTransformations(24));
  }

  /** A stored drone, as a subject. */
  public static Subject<DroneCommand, DroneSnapshot, DroneEvent> subjectOf(DroneSnapshot stored) {
    return new KeptAggregate<>(Drone.reconstitute(stored), STORE);
  }

  /** The drone itself, as a subject. */
  public static Subject<DroneCommand, DroneSnapshot, DroneEvent> subject(
      Registration registration) {
    return new KeptAggregate<>(registration.make(), STORE);
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
