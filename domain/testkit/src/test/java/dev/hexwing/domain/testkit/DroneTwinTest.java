package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneEvent.DroneReturned;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.testkit.DroneCommand.ClearMaintenance;
import dev.hexwing.domain.testkit.DroneCommand.Dispatch;
import dev.hexwing.domain.testkit.DroneCommand.ReportBattery;
import dev.hexwing.domain.testkit.DroneCommand.ReturnHome;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drones that break one rule each. */
class DroneTwinTest {

  private static class Lie extends Tampered.Lie<DroneCommand, DroneSnapshot, DroneEvent> {}

  static Stream<Twin<Story<DroneCommand, DroneSnapshot, DroneEvent>>> twins() {
    return Stream.concat(twinsOnTheGround(), twinsInTheAir());
  }

  private static Stream<Twin<Story<DroneCommand, DroneSnapshot, DroneEvent>>> twinsOnTheGround() {
    return Stream.of(
        twin(
            DroneInvariant.NO_TAKE_OFF_BELOW_THE_MINIMUM,
            "takes its battery for full",
            new Lie() {
              @Override
              DroneSnapshot before(DroneSnapshot state, DroneCommand command) {
                return command instanceof Dispatch ? charged(state) : state;
              }
            }),
        twin(
            DroneInvariant.NO_TAKE_OFF_WITH_MAINTENANCE_DUE,
            "takes itself for looked after",
            new Lie() {
              @Override
              DroneSnapshot before(DroneSnapshot state, DroneCommand command) {
                return command instanceof Dispatch && state.status() == DroneStatus.READY
                    ? with(state, state.status(), Maintenance.CLEARED, state.flights())
                    : state;
              }
            }),
        twin(
            DroneInvariant.NO_TAKE_OFF_OVERLOADED,
            "takes itself for stronger than it is",
            new Lie() {
              @Override
              DroneSnapshot before(DroneSnapshot state, DroneCommand command) {
                return command instanceof Dispatch ? strong(state) : state;
              }

              @Override
              DroneSnapshot after(
                  DroneSnapshot before, DroneCommand command, boolean no, DroneSnapshot state) {
                return carrying(state, before.capacity());
              }
            }),
        twin(
            DroneInvariant.REFUSALS_COME_IN_THEIR_ORDER,
            "asks for maintenance first",
            new Lie() {
              @Override
              Either<? extends DomainError, ?> answer(
                  DroneSnapshot before,
                  DroneCommand command,
                  Either<? extends DomainError, ?> answer) {
                return command instanceof Dispatch && before.maintenance() == Maintenance.DUE
                    ? Either.left(new DroneRefusal.MaintenanceDue())
                    : answer;
              }
            }),
        twin(
            DroneInvariant.EVERY_FLIGHT_COUNTS,
            "forgets its flights at home",
            new Lie() {
              @Override
              DroneSnapshot after(
                  DroneSnapshot before, DroneCommand command, boolean no, DroneSnapshot state) {
                return command instanceof ReturnHome && !no
                    ? with(state, state.status(), state.maintenance(), 0)
                    : state;
              }
            }),
        twin(
            DroneInvariant.MAINTENANCE_IS_DUE_AT_THE_LIMIT,
            "flies one more before it is looked after",
            new Lie() {
              @Override
              DroneSnapshot after(
                  DroneSnapshot before, DroneCommand command, boolean no, DroneSnapshot state) {
                return command instanceof ReturnHome home
                        && !no
                        && state.flights() == home.policy().flightsBetweenMaintenance()
                    ? with(state, state.status(), Maintenance.CLEARED, state.flights())
                    : state;
              }
            }));
  }

  private static Stream<Twin<Story<DroneCommand, DroneSnapshot, DroneEvent>>> twinsInTheAir() {
    return Stream.of(
        twin(
            DroneInvariant.ONE_DELIVERY_AT_A_TIME,
            "takes a second parcel in the air",
            new Lie() {
              @Override
              DroneSnapshot before(DroneSnapshot state, DroneCommand command) {
                return command instanceof Dispatch && state.status() == DroneStatus.DISPATCHED
                    ? with(state, DroneStatus.READY, Maintenance.CLEARED, state.flights())
                    : state;
              }
            }),
        twin(
            DroneInvariant.A_LOW_BATTERY_IN_FLIGHT_IS_TOLD_ONCE,
            "keeps a low battery to itself",
            new Lie() {
              @Override
              Either<? extends DomainError, ?> answer(
                  DroneSnapshot before,
                  DroneCommand command,
                  Either<? extends DomainError, ?> answer) {
                return command instanceof ReportBattery ? Either.right(Option.none()) : answer;
              }
            }),
        twin(
            DroneInvariant.NO_STEP_IS_SKIPPED_REPEATED_OR_UNDONE,
            "is looked after on its way home",
            new Lie() {
              @Override
              DroneSnapshot before(DroneSnapshot state, DroneCommand command) {
                return command instanceof ClearMaintenance
                        && state.status() == DroneStatus.DISPATCHED
                    ? with(state, DroneStatus.GROUNDED, state.maintenance(), state.flights())
                    : state;
              }
            }),
        twin(
            DroneInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "counts a flight that was refused",
            new Lie() {
              @Override
              DroneSnapshot after(
                  DroneSnapshot before, DroneCommand command, boolean no, DroneSnapshot state) {
                return command instanceof Dispatch && no
                    ? with(state, state.status(), state.maintenance(), state.flights() + 1)
                    : state;
              }
            }),
        twin(
            DroneInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells twice that it is home",
            new Lie() {
              @Override
              List<DroneEvent> events(List<DroneEvent> events) {
                List<DroneEvent> twice = new ArrayList<>(events);
                events.stream().filter(DroneReturned.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(Twin<Story<DroneCommand, DroneSnapshot, DroneEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) DroneInvariant.values());
  }

  private static Twin<Story<DroneCommand, DroneSnapshot, DroneEvent>> twin(
      DroneInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        DroneLives.lives(
                registration ->
                    new Tampered<>(DroneLives.subject(registration), DroneLives::subjectOf, lie))
            .map(chain -> chain.run().story()));
  }

  private static DroneSnapshot charged(DroneSnapshot state) {
    return new DroneSnapshot(
        state.droneId(),
        state.model(),
        state.capacity(),
        Option.some(new BatteryLevel(100)),
        state.maintenance(),
        state.flights(),
        state.status(),
        state.deliveryId(),
        state.version());
  }

  private static DroneSnapshot strong(DroneSnapshot state) {
    return carrying(state, new PayloadCapacity(PayloadCapacity.MOST));
  }

  private static DroneSnapshot carrying(DroneSnapshot state, PayloadCapacity capacity) {
    return new DroneSnapshot(
        state.droneId(),
        state.model(),
        capacity,
        state.battery(),
        state.maintenance(),
        state.flights(),
        state.status(),
        state.deliveryId(),
        state.version());
  }

  private static DroneSnapshot with(
      DroneSnapshot state, DroneStatus status, Maintenance maintenance, int flights) {
    return new DroneSnapshot(
        state.droneId(),
        state.model(),
        state.capacity(),
        state.battery(),
        maintenance,
        flights,
        status,
        status == DroneStatus.DISPATCHED ? state.deliveryId() : Option.none(),
        state.version());
  }
}
