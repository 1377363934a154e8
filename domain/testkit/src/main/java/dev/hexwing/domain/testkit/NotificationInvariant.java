package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.notification.NotificationEvent;
import dev.hexwing.domain.notification.NotificationEvent.NotificationDelivered;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.NotificationStatus;
import dev.hexwing.domain.testkit.NotificationCommand.Abandon;
import dev.hexwing.domain.testkit.NotificationCommand.MarkDelivered;
import dev.hexwing.domain.testkit.NotificationCommand.MarkFailed;
import dev.hexwing.domain.testkit.NotificationCommand.QueueAgain;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** What always holds of a notification. */
public enum NotificationInvariant
    implements Invariant<Story<NotificationCommand, NotificationSnapshot, NotificationEvent>> {
  /** Each step has a way there; what arrived, stays so. */
  NO_STEP_IS_SKIPPED_OR_UNDONE(
      "pending to delivered or abandoned, and back from abandoned alone",
      story ->
          Rules.onlyThese(
              story,
              NotificationSnapshot::status,
              Set.of("PENDING to DELIVERED", "PENDING to ABANDONED", "ABANDONED to PENDING"))),

  /** Once is enough. */
  DELIVERED_AT_MOST_ONCE(
      "a notification is delivered at most once, and then nothing follows",
      story -> {
        int delivered = story.only(NotificationDelivered.class).size();
        boolean last =
            delivered == 0
                || story.history().get(story.history().size() - 1) instanceof NotificationDelivered;
        return brokenIf(
            delivered > 1
                || !last
                || (delivered == 1) != (story.now().status() == NotificationStatus.DELIVERED),
            story.history());
      }),

  /** Whoever looks knows how often it was tried. */
  EVERY_ATTEMPT_COUNTS(
      "attempts are counted one by one, and anew when it is queued again",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                int was = step.before().attempts();
                int expected =
                    step.refused()
                        ? was
                        : switch (step.command()) {
                          case MarkDelivered delivered -> was + 1;
                          case MarkFailed failed -> was + 1;
                          case Abandon abandon -> was;
                          case QueueAgain again -> 0;
                        };
                return brokenIf(step.after().attempts() != expected, step);
              })),

  /** No more than the operator allows. */
  THE_LAST_ATTEMPT_ALLOWED_IS_THE_LAST(
      "a failure abandons it with the last attempt that the policy allows, and not before",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      !step.refused()
                          && step.command() instanceof MarkFailed failed
                          && (step.after().status() == NotificationStatus.ABANDONED)
                              != step.before().attempts() + 1 >= failed.policy().mostAttempts(),
                      step))),

  /** A receiver in trouble is given time. */
  IT_WAITS_AS_LONG_AS_THE_POLICY_SAYS(
      "it is due at once when it is queued, and later by the policy's delay after each failure",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                Instant expected = step.before().dueAt();
                if (!step.refused() && step.after().status() == NotificationStatus.PENDING) {
                  expected =
                      switch (step.command()) {
                        case MarkFailed failed ->
                            failed
                                .occasion()
                                .at()
                                .plus(failed.policy().delayAfter(step.before().attempts() + 1));
                        case QueueAgain again -> again.occasion().at();
                        case MarkDelivered delivered -> expected;
                        case Abandon abandon -> expected;
                      };
                }
                return brokenIf(!step.after().dueAt().equals(expected), step);
              })),

  /** By which the receiver recognises what it had already. */
  THE_MESSAGE_STAYS_THE_SAME(
      "every attempt sends the same message to the same subscriber",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      !step.after().message().equals(step.before().message())
                          || !step.after().subscriberId().equals(step.before().subscriberId()),
                      step))),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the notification as it was",
      story -> Rules.refusalsChangeNothing(story, NotificationSnapshot::version)),

  /** What others hear of a notification, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story ->
          Rules.eventsFollowOneAnother(story, story.now().notificationId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<
          Story<NotificationCommand, NotificationSnapshot, NotificationEvent>, Option<String>>
      violation;

  NotificationInvariant(
      String rule,
      Function<Story<NotificationCommand, NotificationSnapshot, NotificationEvent>, Option<String>>
          violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(
      Story<NotificationCommand, NotificationSnapshot, NotificationEvent> story) {
    return violation.apply(story);
  }
}
