package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of drones must do; extend it with the store that is to keep to it. */
public abstract class DronesContract extends StoreContract {

  private static final DispatchPolicy POLICY =
      new DispatchPolicy(new BatteryLevel(20), new BatteryLevel(10), 1);

  private Drone save(Drone drone) {
    run(stores -> stores.drones().save(drone));
    return drone;
  }

  private DroneSnapshot found(DroneId droneId) {
    return read(stores -> stores.drones().find(droneId)).get().snapshot();
  }

  private void dispatch(Drone drone) {
    drone
        .dispatch(
            new DeliveryId(ids.next()), given.orderId(), given.parcel(1), POLICY, given.occasion())
        .get();
  }

  private Option<DroneId> ready(long grams) {
    return execute(stores -> stores.drones().findReady(given.parcel(grams), POLICY)).map(Drone::id);
  }

  @Nested
  class A_drone_that_is_kept {

    @Test
    void comes_back_as_it_was_at_every_step_of_its_life() {
      Drone drone = save(given.drone("A47", 2_000));
      assertThat(found(drone.id())).isEqualTo(drone.snapshot());
      drone.reportBattery(new BatteryLevel(80), POLICY, given.occasion());
      dispatch(drone);
      save(drone);
      assertThat(found(drone.id())).isEqualTo(drone.snapshot());
      drone.turnHome().get();
      drone.returnHome(POLICY, given.occasion()).get();
      save(drone);
      assertThat(found(drone.id())).isEqualTo(drone.snapshot());
      assertThat(found(drone.id()).maintenance()).isEqualTo(Maintenance.DUE);
      drone.ground(new Reason("rotor"), POLICY, given.occasion()).get();
      save(drone);
      assertThat(found(drone.id())).isEqualTo(drone.snapshot());
      assertThat(drainOutbox()).hasSize(4);
    }

    @Test
    void is_told_from_one_that_never_was() {
      save(given.drone("A47", 2_000));
      assertThat(readOption(stores -> stores.drones().find(new DroneId("A47"))).isDefined())
          .isTrue();
      assertThat(readOption(stores -> stores.drones().find(new DroneId("A4"))).isEmpty()).isTrue();
    }

    @Test
    void changes_without_an_event_as_well() {
      Drone drone = save(given.droneWith("A47", 50));
      drone.reportBattery(new BatteryLevel(49), POLICY, given.occasion());
      save(drone);
      assertThat(found(drone.id()).battery()).contains(new BatteryLevel(49));
      assertThat(found(drone.id()).version()).isEqualTo(new Version(3));
      assertThat(drainOutbox()).hasSize(1);
    }

    @Test
    void is_left_alone_if_it_has_not_changed() {
      Drone drone = save(given.droneWith("A47", 50));
      run(
          stores -> {
            Drone unchanged = stores.drones().find(drone.id()).get();
            drone.reportBattery(new BatteryLevel(49), POLICY, given.occasion());
            save(drone);
            stores.drones().save(unchanged);
          });
      assertThat(found(drone.id()).battery()).contains(new BatteryLevel(49));
    }
  }

  @Nested
  class A_write_that_comes_second {

    @Test
    void conflicts_if_the_name_is_taken() {
      save(given.drone("A47", 2_000));
      assertConflict(Subject.DRONE, () -> save(given.drone("A47", 2_000)));
    }

    @Test
    void conflicts_if_the_drone_has_another_version_by_now() {
      Drone drone = save(given.droneWith("A47", 50));
      assertConflict(
          Subject.DRONE,
          () ->
              run(
                  stores -> {
                    Drone mine = stores.drones().find(drone.id()).get();
                    drone.reportBattery(new BatteryLevel(49), POLICY, given.occasion());
                    save(drone);
                    dispatch(mine);
                    stores.drones().save(mine);
                  }));
      assertThat(found(drone.id()).status()).isEqualTo(DroneStatus.READY);
    }

    @Test
    void loses_in_a_race_for_one_drone() {
      Drone drone = save(given.droneWith("A47", 50));
      assertOneWins(
          Subject.DRONE,
          race ->
              run(
                  stores -> {
                    Drone mine = stores.drones().find(drone.id()).get();
                    dispatch(mine);
                    race.standInLine();
                    stores.drones().save(mine);
                  }));
      assertThat(found(drone.id()).status()).isEqualTo(DroneStatus.DISPATCHED);
    }

    @Test
    void conflicts_if_another_drone_flies_the_same_delivery() {
      Drone first = save(given.droneWith("A1", 50));
      Drone second = save(given.droneWith("A2", 50));
      DeliveryId delivery = new DeliveryId(ids.next());
      for (Drone drone : List.of(first, second)) {
        drone.dispatch(delivery, given.orderId(), given.parcel(1), POLICY, given.occasion()).get();
      }
      save(first);
      assertConflict(Subject.DRONE, () -> save(second));
    }
  }

  @Nested
  class A_drone_for_a_parcel {

    @Test
    void has_the_fullest_battery() {
      save(given.droneWith("A1", 60));
      save(given.droneWith("A2", 90));
      save(given.droneWith("A3", 70));
      assertThat(ready(2_000)).contains(new DroneId("A2"));
    }

    @Test
    void has_at_least_the_least_battery_and_can_carry_the_parcel() {
      save(given.droneWith("LOW", 19));
      save(given.drone("UNKNOWN", 5_000));
      assertThat(ready(1)).isEmpty();
      save(given.droneWith("JUST", 20));
      assertThat(ready(2_000)).contains(new DroneId("JUST"));
      assertThat(ready(2_001)).isEmpty();
    }

    @Test
    void is_at_home_and_looked_after() {
      Drone grounded = given.droneWith("GROUNDED", 90);
      grounded.ground(new Reason("rotor"), POLICY, given.occasion()).get();
      save(grounded);
      Drone flying = given.droneWith("FLYING", 90);
      dispatch(flying);
      save(flying);
      Drone due = given.droneWith("DUE", 90);
      dispatch(due);
      due.turnHome().get();
      due.returnHome(POLICY, given.occasion()).get();
      save(due);
      assertThat(ready(1)).isEmpty();
      save(given.droneWith("FINE", 50));
      assertThat(ready(1)).contains(new DroneId("FINE"));
    }

    @Test
    void is_not_one_that_another_has_in_hand() {
      save(given.droneWith("A1", 90));
      save(given.droneWith("A2", 80));
      run(
          stores -> {
            assertThat(stores.drones().findReady(given.parcel(1), POLICY).map(Drone::id))
                .contains(new DroneId("A1"));
            assertThat(ready(1)).contains(new DroneId("A2"));
          });
      assertThat(ready(1)).contains(new DroneId("A1"));
    }
  }

  @Nested
  class A_page_of_drones {

    @Test
    void goes_by_name_from_a_name_on_up_to_its_limit() {
      for (String name : List.of("B-1", "A", "A-2", "A1", "Z9")) {
        save(given.drone(name, 1));
      }
      assertThat(page(Option.none(), 101)).containsExactly("A", "A-2", "A1", "B-1", "Z9");
      assertThat(page(Option.some("A-2"), 2)).containsExactly("A1", "B-1");
      assertThat(page(Option.some("A0"), 1)).containsExactly("A1");
    }

    private List<String> page(Option<String> after, int limit) {
      return read(stores -> stores.fleet().byName(after.map(DroneId::new), limit)).stream()
          .map(drone -> drone.droneId().value())
          .toList();
    }
  }
}
