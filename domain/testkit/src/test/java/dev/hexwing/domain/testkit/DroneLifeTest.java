package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneEvent.DroneBatteryCritical;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.delivery.DroneEvent.DroneReturned;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class DroneLifeTest {

  @Property
  void every_command_is_answered_as_the_rules_say(
      @ForAll("lives") ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>> chain) {
    Life<DroneCommand, DroneSnapshot, DroneEvent> life = chain.run();
    FlightModel model = new FlightModel(life.snapshot().capacity().grams());
    model.accompany(life);
    assertThat(life.history().stream().filter(DroneBatteryCritical.class::isInstance))
        .hasSize(model.warnings());
    Cases.met("warned", 20, model.warnings() > 0, true, false);
    for (Step<DroneCommand, DroneSnapshot> step : life.steps()) {
      Cases.met("status", 20, step.after().status(), (Object[]) DroneStatus.values());
    }
  }

  @Property
  void every_invariant_holds_in_every_life(
      @ForAll("lives") ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>> chain) {
    Invariant.checkAll(DroneInvariant.values(), chain.run().story());
  }

  @Property
  void a_refused_command_leaves_the_drone_as_it_was(
      @ForAll("lives") ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>> chain) {
    for (Step<DroneCommand, DroneSnapshot> step : chain.run().steps()) {
      if (step.refused()) {
        assertThat(step.after()).isEqualTo(step.before());
      } else {
        assertThat(step.after().version()).isEqualTo(step.before().version().next());
      }
    }
  }

  @Property
  void a_drone_flies_one_delivery_at_a_time(
      @ForAll("lives") ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>> chain) {
    Life<DroneCommand, DroneSnapshot, DroneEvent> life = chain.run();
    for (Step<DroneCommand, DroneSnapshot> step : life.steps()) {
      assertThat(step.after().deliveryId().isDefined())
          .isEqualTo(step.after().status() == DroneStatus.DISPATCHED);
      if (step.before().status() == DroneStatus.DISPATCHED
          && step.after().status() == DroneStatus.DISPATCHED) {
        assertThat(step.after().deliveryId()).isEqualTo(step.before().deliveryId());
      }
    }
  }

  @Property
  void every_flight_counts_and_at_the_limit_the_drone_comes_home_with_maintenance_due(
      @ForAll("lives") ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>> chain) {
    int flown = 0;
    for (DroneEvent event : chain.run().history()) {
      switch (event) {
        case DroneDispatched away -> flown++;
        case DroneEvent.MaintenanceCleared cleared -> flown = 0;
        case DroneReturned home -> {
          assertThat(home.flights()).isEqualTo(flown);
          Cases.met("maintenance", 10, home.maintenance(), (Object[]) Maintenance.values());
        }
        case DroneEvent.DroneRegistered registered -> {}
        case DroneEvent.DroneGrounded grounded -> {}
        case DroneBatteryCritical critical -> {}
      }
    }
  }

  @Property
  void events_follow_each_other_and_only_silent_changes_lie_between(
      @ForAll("lives") ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>> chain) {
    Life<DroneCommand, DroneSnapshot, DroneEvent> life = chain.run();
    long last = 0;
    for (DroneEvent event : life.history()) {
      assertThat(event.version().value()).isGreaterThan(last);
      assertThat(event.droneId()).isEqualTo(life.snapshot().droneId());
      assertThat(event.aggregateId()).isEqualTo(life.snapshot().droneId().value());
      last = event.version().value();
    }
    long carriedOut = life.steps().stream().filter(step -> !step.refused()).count();
    assertThat(life.snapshot().version().value()).isEqualTo(1 + carriedOut);
  }

  @Property
  void a_drone_comes_back_from_its_snapshot_as_it_was_and_without_events(
      @ForAll("drones") Drone drone) {
    Cases.met("status", 10, drone.status(), (Object[]) DroneStatus.values());
    Cases.met("maintenance", 10, drone.maintenance(), (Object[]) Maintenance.values());
    DroneSnapshot snapshot = drone.snapshot();
    Drone back = Drone.reconstitute(snapshot);
    assertThat(back.snapshot()).isEqualTo(snapshot);
    assertThat(back.id()).isEqualTo(snapshot.droneId());
    assertThat(back.battery()).isEqualTo(snapshot.battery());
    assertThat(back.storedVersion()).isEqualTo(snapshot.version());
    assertThat(back.drainEvents()).isEmpty();
  }

  @Property
  void events_are_drained_once(@ForAll("drones") Drone drone) {
    assertThat(drone.storedVersion()).isEqualTo(Version.NONE);
    assertThat(drone.drainEvents()).isNotEmpty();
    assertThat(drone.drainEvents()).isEmpty();
    assertThat(drone.storedVersion()).isEqualTo(drone.snapshot().version());
  }

  @Property
  void a_snapshot_that_is_no_drones_is_refused(
      @ForAll("drones") Drone drone, @ForAll("deliveryIds") DeliveryId deliveryId) {
    DroneSnapshot good = drone.snapshot();
    Option<DeliveryId> wrong =
        good.deliveryId().isDefined() ? Option.none() : Option.some(deliveryId);
    for (DroneSnapshot bad :
        List.of(
            changed(good, good.flights(), wrong, good.version()),
            changed(good, -1, good.deliveryId(), good.version()),
            changed(good, good.flights(), good.deliveryId(), Version.NONE))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Drone.reconstitute(bad));
    }
  }

  private static DroneSnapshot changed(
      DroneSnapshot good, int flights, Option<DeliveryId> deliveryId, Version version) {
    return new DroneSnapshot(
        good.droneId(),
        good.model(),
        good.capacity(),
        good.battery(),
        good.maintenance(),
        flights,
        good.status(),
        deliveryId,
        version);
  }

  @Provide
  Arbitrary<ActionChain<Life<DroneCommand, DroneSnapshot, DroneEvent>>> lives() {
    return DroneLives.lives();
  }

  @Provide
  Arbitrary<Drone> drones() {
    return DroneLives.drones();
  }

  @Provide
  Arbitrary<DeliveryId> deliveryIds() {
    return DeliveryValues.deliveryIds();
  }
}
