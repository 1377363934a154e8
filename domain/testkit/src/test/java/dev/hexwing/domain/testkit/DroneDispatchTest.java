package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.DroneLives.Registration;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class DroneDispatchTest {

  /** Everything that bears on whether a drone flies. */
  record Situation(
      DroneStatus status,
      Option<BatteryLevel> battery,
      DispatchPolicy policy,
      Maintenance maintenance,
      PayloadCapacity capacity,
      Parcel parcel) {

    Drone drone(Registration registration, DeliveryId flying) {
      return Drone.reconstitute(
          new DroneSnapshot(
              registration.droneId(),
              registration.model(),
              capacity,
              battery,
              maintenance,
              0,
              status,
              status == DroneStatus.DISPATCHED ? Option.some(flying) : Option.none(),
              new Version(7)));
    }

    /** The reasons not to fly, all of them, in the order of the rules. */
    List<String> reasons() {
      return Stream.of(
              Tuple.of(status == DroneStatus.GROUNDED, "drone.grounded"),
              Tuple.of(
                  status == DroneStatus.DISPATCHED || status == DroneStatus.RETURNING,
                  "drone.already-dispatched"),
              Tuple.of(battery.isEmpty(), "drone.battery-unknown"),
              Tuple.of(
                  battery.exists(level -> level.percent() < policy.minimumBattery().percent()),
                  "drone.battery-too-low"),
              Tuple.of(maintenance == Maintenance.DUE, "drone.maintenance-due"),
              Tuple.of(parcel.grams() > capacity.grams(), "drone.parcel-too-heavy"))
          .filter(Tuple2::get1)
          .map(Tuple2::get2)
          .toList();
    }
  }

  @Property(tries = 3_000)
  void the_first_reason_not_to_fly_in_the_order_of_the_rules_is_the_answer(
      @ForAll("situations") Situation situation,
      @ForAll("registrations") Registration registration,
      @ForAll("deliveryIds") DeliveryId deliveryId,
      @ForAll("orderIds") OrderId orderId,
      @ForAll("occasions") Occasion occasion) {
    Drone drone = situation.drone(registration, deliveryId);
    DroneSnapshot before = drone.snapshot();
    Either<DroneRefusal, DroneDispatched> answer =
        drone.dispatch(deliveryId, orderId, situation.parcel(), situation.policy(), occasion);
    List<String> reasons = situation.reasons();
    String expected = reasons.isEmpty() ? "flies" : reasons.get(0);
    Cases.met(
        "answer",
        5,
        expected,
        "flies",
        "drone.grounded",
        "drone.already-dispatched",
        "drone.battery-unknown",
        "drone.battery-too-low",
        "drone.maintenance-due",
        "drone.parcel-too-heavy");
    Cases.met("several reasons", 50, reasons.size() > 1, true, false);
    if (reasons.isEmpty()) {
      assertThat(answer.get().deliveryId()).isEqualTo(deliveryId);
      assertThat(answer.get().orderId()).isEqualTo(orderId);
      assertThat(drone.status()).isEqualTo(DroneStatus.DISPATCHED);
      assertThat(drone.deliveryId().get()).isEqualTo(deliveryId);
      assertThat(drone.snapshot().flights()).isEqualTo(before.flights() + 1);
    } else {
      assertThat(answer.getLeft().code()).isEqualTo(expected);
      assertThat(drone.snapshot()).isEqualTo(before);
      assertThat(drone.drainEvents()).isEmpty();
    }
  }

  @Property
  void exactly_the_minimum_flies_and_one_percent_less_does_not(
      @ForAll @IntRange(min = 1, max = 100) int minimum,
      @ForAll("registrations") Registration registration,
      @ForAll("deliveryIds") DeliveryId deliveryId,
      @ForAll("orderIds") OrderId orderId,
      @ForAll("parcels") Parcel any,
      @ForAll("occasions") Occasion occasion) {
    DispatchPolicy policy = new DispatchPolicy(new BatteryLevel(minimum), new BatteryLevel(0), 1);
    Parcel gram = new Parcel(1, any.dropOff());
    Drone drone = registration.make();
    drone.reportBattery(new BatteryLevel(minimum - 1), policy, occasion);
    assertThat(drone.dispatch(deliveryId, orderId, gram, policy, occasion).getLeft().code())
        .isEqualTo("drone.battery-too-low");
    drone.reportBattery(new BatteryLevel(minimum), policy, occasion);
    assertThat(drone.dispatch(deliveryId, orderId, gram, policy, occasion).isRight()).isTrue();
  }

  @Property
  void a_drone_carries_its_capacity_and_not_a_gram_more(
      @ForAll("registrations") Registration registration,
      @ForAll("deliveryIds") DeliveryId deliveryId,
      @ForAll("orderIds") OrderId orderId,
      @ForAll("parcels") Parcel any,
      @ForAll("occasions") Occasion occasion) {
    Drone drone = registration.make();
    drone.reportBattery(new BatteryLevel(100), DispatchPolicy.STANDARD, occasion);
    long most = registration.capacity().grams();
    Parcel tooHeavy = new Parcel(most + 1, any.dropOff());
    assertThat(
            drone
                .dispatch(deliveryId, orderId, tooHeavy, DispatchPolicy.STANDARD, occasion)
                .getLeft()
                .code())
        .isEqualTo("drone.parcel-too-heavy");
    Parcel just = new Parcel(most, any.dropOff());
    assertThat(
            drone.dispatch(deliveryId, orderId, just, DispatchPolicy.STANDARD, occasion).isRight())
        .isTrue();
  }

  @Property
  void values_of_delivery_are_what_they_say_or_refused(
      @ForAll @IntRange(min = -200, max = 200) int percent,
      @ForAll int grams,
      @ForAll("parcels") Parcel parcel) {
    boolean level = percent >= 0 && percent <= 100;
    Cases.met("level", 10, level, true, false);
    if (level) {
      assertThat(new BatteryLevel(percent)).hasToString(percent + " %");
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new BatteryLevel(percent));
    }
    boolean capacity = grams >= 1 && grams <= PayloadCapacity.MOST;
    if (capacity) {
      assertThat(new PayloadCapacity(grams).carries(parcel)).isEqualTo(parcel.grams() <= grams);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new PayloadCapacity(grams));
    }
    long weight = Math.min(0, grams);
    assertThatIllegalArgumentException().isThrownBy(() -> new Parcel(weight, parcel.dropOff()));
  }

  @Property
  void a_reserve_above_the_minimum_is_no_policy(
      @ForAll("levels") BatteryLevel minimum, @ForAll("levels") BatteryLevel reserve) {
    boolean fine = reserve.compareTo(minimum) <= 0;
    Cases.met("fine", 20, fine, true, false);
    if (fine) {
      assertThat(new DispatchPolicy(minimum, reserve, 1).reserve()).isEqualTo(reserve);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DispatchPolicy(minimum, reserve, 1));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DispatchPolicy(new BatteryLevel(100), reserve, 0));
  }

  @Provide
  Arbitrary<Situation> situations() {
    Arbitrary<DroneStatus> statuses =
        Arbitraries.frequency(
            Tuple.of(6, DroneStatus.READY),
            Tuple.of(1, DroneStatus.DISPATCHED),
            Tuple.of(1, DroneStatus.RETURNING),
            Tuple.of(1, DroneStatus.GROUNDED));
    PayloadCapacity capacity = new PayloadCapacity(2_000);
    return Combinators.combine(
            statuses,
            DeliveryValues.batteryLevels().optional(0.85).map(Option::ofOptional),
            Arbitraries.of(
                DispatchPolicy.STANDARD,
                new DispatchPolicy(new BatteryLevel(50), new BatteryLevel(50), 1)),
            Arbitraries.of(Maintenance.class),
            DeliveryValues.parcelsFor(capacity))
        .as(
            (status, battery, policy, maintenance, parcel) ->
                new Situation(status, battery, policy, maintenance, capacity, parcel));
  }

  @Provide
  Arbitrary<Registration> registrations() {
    return DroneLives.registrations();
  }

  @Provide
  Arbitrary<Parcel> parcels() {
    return DeliveryValues.parcels();
  }

  @Provide
  Arbitrary<BatteryLevel> levels() {
    return DeliveryValues.batteryLevels();
  }

  @Provide
  Arbitrary<DeliveryId> deliveryIds() {
    return DeliveryValues.deliveryIds();
  }

  @Provide
  Arbitrary<OrderId> orderIds() {
    return OrderingValues.orderIds();
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    return SharedValues.occasions();
  }
}
