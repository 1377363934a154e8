package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.delivery.DeliveryEvent;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryRequested;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.DeliveryCommand.Complete;
import dev.hexwing.domain.testkit.DeliveryCommand.DispatchBy;
import dev.hexwing.domain.testkit.DeliveryCommand.RequestAgain;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries that break one rule each. */
class DeliveryTwinTest {

  private static class Lie extends Tampered.Lie<DeliveryCommand, DeliverySnapshot, DeliveryEvent> {}

  static Stream<Twin<Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent>>> twins() {
    return Stream.of(
        twin(
            DeliveryInvariant.ONE_DRONE_AT_A_TIME,
            "is handed to another drone in the air",
            new Lie() {
              @Override
              DeliverySnapshot before(DeliverySnapshot state, DeliveryCommand command) {
                return command instanceof DispatchBy && state.status() == DeliveryStatus.DISPATCHED
                    ? with(state, DeliveryStatus.REQUESTED, state.droneId(), state.attempt() + 1)
                    : state;
              }
            }),
        twin(
            DeliveryInvariant.EVERY_ATTEMPT_IS_ASKED_FOR_ONCE,
            "does not count attempts",
            new Lie() {
              @Override
              List<DeliveryEvent> events(List<DeliveryEvent> events) {
                return changed(
                    events,
                    DeliveryRequested.class,
                    event ->
                        new DeliveryRequested(
                            event.metadata(),
                            event.deliveryId(),
                            event.orderId(),
                            event.parcel(),
                            1));
              }
            }),
        twin(
            DeliveryInvariant.NOTHING_FOLLOWS_THE_END,
            "asks for a drone after it arrived",
            new Lie() {
              @Override
              DeliverySnapshot before(DeliverySnapshot state, DeliveryCommand command) {
                return command instanceof RequestAgain && state.status() == DeliveryStatus.COMPLETED
                    ? with(state, DeliveryStatus.FAILED, state.droneId(), state.attempt())
                    : state;
              }
            }),
        twin(
            DeliveryInvariant.NO_STEP_IS_SKIPPED_REPEATED_OR_UNDONE,
            "arrives without a drone",
            new Lie() {
              @Override
              DeliverySnapshot before(DeliverySnapshot state, DeliveryCommand command) {
                return command instanceof Complete && state.status() == DeliveryStatus.REQUESTED
                    ? with(
                        state,
                        DeliveryStatus.DISPATCHED,
                        Option.some(new DroneId("A47")),
                        state.attempt())
                    : state;
              }
            }),
        twin(
            DeliveryInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "counts a version for a refusal",
            new Lie() {
              @Override
              DeliverySnapshot after(
                  DeliverySnapshot before,
                  DeliveryCommand command,
                  boolean refused,
                  DeliverySnapshot state) {
                return refused ? at(state, state.version().next()) : state;
              }
            }),
        twin(
            DeliveryInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells twice that it arrived",
            new Lie() {
              @Override
              List<DeliveryEvent> events(List<DeliveryEvent> events) {
                List<DeliveryEvent> twice = new ArrayList<>(events);
                events.stream().filter(DeliveryCompleted.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(Twin<Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) DeliveryInvariant.values());
  }

  private static Twin<Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> twin(
      DeliveryInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        DeliveryLives.lives(
                request ->
                    new Tampered<>(DeliveryLives.subject(request), DeliveryLives::subjectOf, lie))
            .map(chain -> chain.run().story()));
  }

  private static DeliverySnapshot with(
      DeliverySnapshot state, DeliveryStatus status, Option<DroneId> drone, int attempt) {
    return new DeliverySnapshot(
        state.deliveryId(),
        state.orderId(),
        state.parcel(),
        status,
        drone,
        attempt,
        state.correlationId(),
        state.version());
  }

  private static DeliverySnapshot at(DeliverySnapshot state, Version version) {
    return new DeliverySnapshot(
        state.deliveryId(),
        state.orderId(),
        state.parcel(),
        state.status(),
        state.droneId(),
        state.attempt(),
        state.correlationId(),
        version);
  }
}
