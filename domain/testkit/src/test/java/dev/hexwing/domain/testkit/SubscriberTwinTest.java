package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberEvent;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberJoined;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberPaused;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.SubscriberStatus;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.testkit.SubscriberCommand.ChangeTopics;
import dev.hexwing.domain.testkit.SubscriberCommand.NoteFailure;
import dev.hexwing.domain.testkit.SubscriberCommand.NoteSuccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Subscribers that break one rule each. */
class SubscriberTwinTest {

  private static class Lie
      extends Tampered.Lie<SubscriberCommand, SubscriberSnapshot, SubscriberEvent> {}

  static Stream<Twin<Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>>> twins() {
    return Stream.of(
        twin(
            SubscriberInvariant.WHO_LEFT_STAYS_AWAY,
            "counts failures of one that left",
            new Lie() {
              @Override
              SubscriberSnapshot after(
                  SubscriberSnapshot before,
                  SubscriberCommand command,
                  boolean refused,
                  SubscriberSnapshot state) {
                return before.status() == SubscriberStatus.LEFT && command instanceof NoteFailure
                    ? with(state, state.status(), state.topics(), state.failures() + 1)
                    : state;
              }
            }),
        twin(
            SubscriberInvariant.TOO_MANY_FAILURES_IN_A_ROW_PAUSE_IT,
            "bears one failure more than it should",
            new Lie() {
              @Override
              SubscriberSnapshot before(SubscriberSnapshot state, SubscriberCommand command) {
                return command instanceof NoteFailure
                        && state.status() == SubscriberStatus.ACTIVE
                        && state.failures() > 0
                    ? with(state, state.status(), state.topics(), state.failures() - 1)
                    : state;
              }
            }),
        twin(
            SubscriberInvariant.ONLY_RESUMING_ENDS_A_PAUSE,
            "takes a late success for a sign of life",
            new Lie() {
              @Override
              SubscriberSnapshot after(
                  SubscriberSnapshot before,
                  SubscriberCommand command,
                  boolean refused,
                  SubscriberSnapshot state) {
                return command instanceof NoteSuccess && state.status() == SubscriberStatus.PAUSED
                    ? with(state, SubscriberStatus.ACTIVE, state.topics(), state.failures())
                    : state;
              }
            }),
        twin(
            SubscriberInvariant.FAILURES_ARE_COUNTED_IN_A_ROW,
            "never forgets a failure",
            new Lie() {
              @Override
              SubscriberSnapshot after(
                  SubscriberSnapshot before,
                  SubscriberCommand command,
                  boolean refused,
                  SubscriberSnapshot state) {
                return command instanceof NoteSuccess
                    ? with(state, state.status(), state.topics(), before.failures())
                    : state;
              }
            }),
        twin(
            SubscriberInvariant.WHAT_IT_GETS_IS_WHAT_WAS_TOLD,
            "is paused and tells nobody",
            new Lie() {
              @Override
              List<SubscriberEvent> events(List<SubscriberEvent> events) {
                return events.stream()
                    .filter(event -> !(event instanceof SubscriberPaused))
                    .toList();
              }
            }),
        twin(
            SubscriberInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "hears of everything that it was refused",
            new Lie() {
              @Override
              SubscriberSnapshot after(
                  SubscriberSnapshot before,
                  SubscriberCommand command,
                  boolean refused,
                  SubscriberSnapshot state) {
                return refused && command instanceof ChangeTopics change
                    ? with(state, state.status(), change.topics(), state.failures())
                    : state;
              }
            }),
        twin(
            SubscriberInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells twice that somebody joined",
            new Lie() {
              @Override
              List<SubscriberEvent> events(List<SubscriberEvent> events) {
                List<SubscriberEvent> twice = new ArrayList<>(events);
                events.stream().filter(SubscriberJoined.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(
      Twin<Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) SubscriberInvariant.values());
  }

  private static Twin<Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>> twin(
      SubscriberInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        NotificationLives.subscriberLives(
                joining ->
                    new Tampered<>(
                        NotificationLives.subjectOf(joining.make()),
                        state -> NotificationLives.subjectOf(Subscriber.reconstitute(state)),
                        lie))
            .map(chain -> chain.run().story()));
  }

  private static SubscriberSnapshot with(
      SubscriberSnapshot state, SubscriberStatus status, Topics topics, int failures) {
    return new SubscriberSnapshot(
        state.subscriberId(), state.endpoint(), topics, status, failures, state.version());
  }
}
