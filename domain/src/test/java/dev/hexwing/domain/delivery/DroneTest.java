package dev.hexwing.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.delivery.DroneRefusal.AlreadyDispatched;
import dev.hexwing.domain.delivery.DroneRefusal.BatteryTooLow;
import dev.hexwing.domain.delivery.DroneRefusal.BatteryUnknown;
import dev.hexwing.domain.delivery.DroneRefusal.Grounded;
import dev.hexwing.domain.delivery.DroneRefusal.MaintenanceDue;
import dev.hexwing.domain.delivery.DroneRefusal.ParcelTooHeavy;
import dev.hexwing.domain.delivery.DroneRefusal.WrongStatus;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.InvalidValue;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DroneTest {

  private static final Occasion NOW =
      Occasion.of(Instant.parse("2026-03-01T10:04:00Z"), new CorrelationId("tap-1"));
  private static final DispatchPolicy STANDARD = DispatchPolicy.STANDARD;
  private static final DispatchPolicy TWO_FLIGHTS =
      new DispatchPolicy(new BatteryLevel(20), new BatteryLevel(10), 2);

  @Nested
  class TakingOff {

    @Test
    void a_drone_with_19_percent_stays_on_the_ground() {
      assertThat(dispatch(withBattery(19), 2_000).getLeft())
          .isEqualTo(new BatteryTooLow(new BatteryLevel(19), new BatteryLevel(20)))
          .extracting(DroneRefusal::message)
          .isEqualTo("the battery is at 19 %, at least 20 % is needed");
    }

    @Test
    void a_drone_with_20_percent_flies() {
      assertThat(dispatch(withBattery(20), 2_000).isRight()).isTrue();
    }

    @Test
    void a_new_drone_must_report_its_battery_first() {
      assertThat(dispatch(drone(), 1).getLeft()).isEqualTo(new BatteryUnknown());
    }

    @Test
    void a_drone_for_2000_grams_carries_2000_and_not_2001() {
      assertThat(dispatch(withBattery(100), 2_001).getLeft())
          .isInstanceOf(ParcelTooHeavy.class)
          .extracting(DroneRefusal::message)
          .isEqualTo("the drone carries 2000 g, not 2001 g");
      assertThat(dispatch(withBattery(100), 2_000).isRight()).isTrue();
    }

    @Test
    void a_drone_in_the_air_takes_no_second_parcel_until_it_is_home() {
      Drone drone = withBattery(100);
      dispatch(drone, 1).get();
      assertThat(dispatch(drone, 1).getLeft())
          .isEqualTo(new AlreadyDispatched(DroneStatus.DISPATCHED));
      drone.turnHome().get();
      assertThat(dispatch(drone, 1).getLeft())
          .isEqualTo(new AlreadyDispatched(DroneStatus.RETURNING));
      drone.returnHome(STANDARD, NOW).get();
      assertThat(dispatch(drone, 1).isRight()).isTrue();
    }
  }

  @Nested
  class MaintenanceRules {

    @Test
    void the_second_of_two_flights_comes_home_with_maintenance_due() {
      Drone drone = withBattery(100);
      fly(drone);
      assertThat(drone.maintenance()).isEqualTo(Maintenance.CLEARED);
      fly(drone);
      assertThat(drone.maintenance()).isEqualTo(Maintenance.DUE);
      assertThat(dispatch(drone, 1).getLeft()).isEqualTo(new MaintenanceDue());
      drone.clearMaintenance(NOW).get();
      assertThat(drone.snapshot().flights()).isZero();
      assertThat(dispatch(drone, 1).isRight()).isTrue();
    }

    @Test
    void a_drone_grounded_on_its_way_home_has_its_flight_counted() {
      Drone drone = withBattery(100);
      fly(drone);
      dispatch(drone, 1).get();
      drone.turnHome().get();
      drone.ground(new Reason("hard landing"), TWO_FLIGHTS, NOW).get();
      assertThat(drone.maintenance()).isEqualTo(Maintenance.DUE);
      drone.clearMaintenance(NOW).get();
      assertThat(drone.status()).isEqualTo(DroneStatus.READY);
    }

    @Test
    void a_drone_grounded_with_a_parcel_comes_home_and_stays_there() {
      Drone drone = withBattery(100);
      dispatch(drone, 1).get();
      drone.ground(new Reason("wind"), STANDARD, NOW).get();
      assertThat(drone.status()).isEqualTo(DroneStatus.RETURNING);
      assertThat(drone.deliveryId()).isEqualTo(Option.none());
      assertThat(Drone.reconstitute(drone.snapshot()).snapshot()).isEqualTo(drone.snapshot());
      assertThat(drone.returnHome(STANDARD, NOW).get().maintenance()).isEqualTo(Maintenance.DUE);
      assertThat(drone.status()).isEqualTo(DroneStatus.GROUNDED);
      assertThat(dispatch(drone, 1).getLeft()).isEqualTo(new Grounded());
      drone.clearMaintenance(NOW).get();
      assertThat(dispatch(drone, 1).isRight()).isTrue();
    }

    @Test
    void a_grounded_drone_is_not_grounded_again() {
      Drone drone = drone();
      drone.ground(new Reason("wind"), STANDARD, NOW).get();
      assertThat(drone.ground(new Reason("wind"), STANDARD, NOW).getLeft())
          .isEqualTo(new WrongStatus("ground", DroneStatus.GROUNDED));
    }

    @Test
    void flights_past_counting_stay_past_the_limit() {
      DroneSnapshot old = withBattery(100).snapshot();
      Drone drone =
          Drone.reconstitute(
              new DroneSnapshot(
                  old.droneId(),
                  old.model(),
                  old.capacity(),
                  old.battery(),
                  old.maintenance(),
                  Integer.MAX_VALUE,
                  old.status(),
                  old.deliveryId(),
                  old.version()));
      fly(drone);
      assertThat(drone.snapshot().flights()).isEqualTo(Integer.MAX_VALUE);
      assertThat(drone.maintenance()).isEqualTo(Maintenance.DUE);
    }

    private static void fly(Drone drone) {
      dispatch(drone, 1).get();
      drone.turnHome().get();
      drone.returnHome(TWO_FLIGHTS, NOW).get();
    }
  }

  @Nested
  class BatteryReports {

    @Test
    void below_the_reserve_in_flight_a_drone_is_critical_once() {
      Drone drone = withBattery(100);
      dispatch(drone, 1).get();
      assertThat(report(drone, 10)).isFalse();
      assertThat(report(drone, 9)).isTrue();
      assertThat(report(drone, 8)).isFalse();
      drone.turnHome().get();
      assertThat(report(drone, 7)).isFalse();
      assertThat(report(drone, 10)).isFalse();
      assertThat(report(drone, 9)).isTrue();
    }

    @Test
    void below_the_reserve_at_home_it_is_not() {
      assertThat(report(withBattery(100), 0)).isFalse();
    }

    private static boolean report(Drone drone, int percent) {
      return drone.reportBattery(new BatteryLevel(percent), STANDARD, NOW).isDefined();
    }
  }

  @Nested
  class Models {

    private static final DroneModels MODELS =
        new DroneModels(Map.of(new DroneModel("Heron 2"), new PayloadCapacity(2_000)));

    @Test
    void a_rated_model_says_what_it_carries() {
      assertThat(MODELS.capacityOf(new DroneModel("Heron 2")).get())
          .isEqualTo(new PayloadCapacity(2_000));
    }

    @Test
    void a_model_that_nobody_rated_is_refused_by_name() {
      assertThat(MODELS.capacityOf(new DroneModel("Wren")).getLeft())
          .isEqualTo(new InvalidValue("drone.model-unknown", "model", "is not known: Wren"));
    }
  }

  private static Drone withBattery(int percent) {
    Drone drone = drone();
    drone.reportBattery(new BatteryLevel(percent), STANDARD, NOW);
    return drone;
  }

  private static Drone drone() {
    return Drone.register(
        new DroneId("A47"), new DroneModel("Heron 2"), new PayloadCapacity(2_000), NOW);
  }

  private static Either<DroneRefusal, DroneDispatched> dispatch(Drone drone, long grams) {
    return drone.dispatch(
        new DeliveryId(new UUID(0, 1)),
        new OrderId(new UUID(0, 1)),
        new Parcel(grams, new DropOff(52.52, 13.405)),
        STANDARD,
        NOW);
  }
}
