package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.notification.Message;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationEvent;
import dev.hexwing.domain.notification.NotificationEvent.NotificationQueued;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.NotificationStatus;
import dev.hexwing.domain.testkit.NotificationCommand.MarkDelivered;
import dev.hexwing.domain.testkit.NotificationCommand.MarkFailed;
import dev.hexwing.domain.testkit.NotificationCommand.QueueAgain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notifications that break one rule each. */
class NotificationTwinTest {

  private static class Lie
      extends Tampered.Lie<NotificationCommand, NotificationSnapshot, NotificationEvent> {}

  static Stream<Twin<Story<NotificationCommand, NotificationSnapshot, NotificationEvent>>> twins() {
    return Stream.of(
        twin(
            NotificationInvariant.NO_STEP_IS_SKIPPED_OR_UNDONE,
            "sends again what arrived",
            new Lie() {
              @Override
              NotificationSnapshot after(
                  NotificationSnapshot before,
                  NotificationCommand command,
                  boolean refused,
                  NotificationSnapshot state) {
                return before.status() == NotificationStatus.DELIVERED
                        && command instanceof QueueAgain
                    ? with(state, NotificationStatus.PENDING, state.attempts(), state.dueAt())
                    : state;
              }
            }),
        twin(
            NotificationInvariant.DELIVERED_AT_MOST_ONCE,
            "takes the second answer for a second delivery",
            new Lie() {
              @Override
              NotificationSnapshot before(NotificationSnapshot state, NotificationCommand command) {
                return command instanceof MarkDelivered
                        && state.status() == NotificationStatus.DELIVERED
                    ? with(state, NotificationStatus.PENDING, state.attempts(), state.dueAt())
                    : state;
              }
            }),
        twin(
            NotificationInvariant.EVERY_ATTEMPT_COUNTS,
            "forgets an attempt that failed",
            new Lie() {
              @Override
              NotificationSnapshot after(
                  NotificationSnapshot before,
                  NotificationCommand command,
                  boolean refused,
                  NotificationSnapshot state) {
                return command instanceof MarkFailed
                    ? with(state, state.status(), before.attempts(), state.dueAt())
                    : state;
              }
            }),
        twin(
            NotificationInvariant.THE_LAST_ATTEMPT_ALLOWED_IS_THE_LAST,
            "tries once more than it may",
            new Lie() {
              @Override
              NotificationSnapshot before(NotificationSnapshot state, NotificationCommand command) {
                return command instanceof MarkFailed && state.attempts() > 0
                    ? with(state, state.status(), state.attempts() - 1, state.dueAt())
                    : state;
              }
            }),
        twin(
            NotificationInvariant.IT_WAITS_AS_LONG_AS_THE_POLICY_SAYS,
            "tries again at once",
            new Lie() {
              @Override
              NotificationSnapshot after(
                  NotificationSnapshot before,
                  NotificationCommand command,
                  boolean refused,
                  NotificationSnapshot state) {
                return command instanceof MarkFailed
                    ? with(state, state.status(), state.attempts(), before.dueAt())
                    : state;
              }
            }),
        twin(
            NotificationInvariant.THE_MESSAGE_STAYS_THE_SAME,
            "says something else the second time",
            new Lie() {
              @Override
              NotificationSnapshot after(
                  NotificationSnapshot before,
                  NotificationCommand command,
                  boolean refused,
                  NotificationSnapshot state) {
                return refused
                    ? state
                    : with(
                        state, new Message(state.message().topic(), state.message().cause(), "{}"));
              }
            }),
        twin(
            NotificationInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "is due later after every refusal",
            new Lie() {
              @Override
              NotificationSnapshot after(
                  NotificationSnapshot before,
                  NotificationCommand command,
                  boolean refused,
                  NotificationSnapshot state) {
                return refused
                    ? with(state, state.status(), state.attempts(), state.dueAt().plusSeconds(1))
                    : state;
              }
            }),
        twin(
            NotificationInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells twice that it was queued",
            new Lie() {
              @Override
              List<NotificationEvent> events(List<NotificationEvent> events) {
                List<NotificationEvent> twice = new ArrayList<>(events);
                events.stream().filter(NotificationQueued.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(
      Twin<Story<NotificationCommand, NotificationSnapshot, NotificationEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) NotificationInvariant.values());
  }

  private static Twin<Story<NotificationCommand, NotificationSnapshot, NotificationEvent>> twin(
      NotificationInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        NotificationLives.notificationLives(
                queueing ->
                    new Tampered<>(
                        NotificationLives.subjectOf(queueing.make()),
                        state -> NotificationLives.subjectOf(Notification.reconstitute(state)),
                        lie))
            .map(chain -> chain.run().story()));
  }

  private static NotificationSnapshot with(
      NotificationSnapshot state, NotificationStatus status, int attempts, Instant dueAt) {
    return new NotificationSnapshot(
        state.notificationId(),
        state.subscriberId(),
        state.message(),
        status,
        attempts,
        dueAt,
        state.correlationId(),
        state.version());
  }

  private static NotificationSnapshot with(NotificationSnapshot state, Message message) {
    return new NotificationSnapshot(
        state.notificationId(),
        state.subscriberId(),
        message,
        state.status(),
        state.attempts(),
        state.dueAt(),
        state.correlationId(),
        state.version());
  }
}
