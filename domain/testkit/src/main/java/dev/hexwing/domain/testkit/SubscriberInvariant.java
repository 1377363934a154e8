package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.notification.SubscriberEvent;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberJoined;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberLeft;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberPaused;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberResumed;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberTopicsChanged;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.SubscriberStatus;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.testkit.SubscriberCommand.ChangeTopics;
import dev.hexwing.domain.testkit.SubscriberCommand.Leave;
import dev.hexwing.domain.testkit.SubscriberCommand.NoteFailure;
import dev.hexwing.domain.testkit.SubscriberCommand.NoteSuccess;
import dev.hexwing.domain.testkit.SubscriberCommand.Resume;
import io.vavr.control.Option;
import java.util.function.Function;

/** What always holds of a subscriber. */
public enum SubscriberInvariant
    implements Invariant<Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>> {
  /** Nobody is written to who said no. */
  WHO_LEFT_STAYS_AWAY(
      "nothing changes any more of one that left",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.before().status() == SubscriberStatus.LEFT
                          && !step.after().equals(step.before()),
                      step))),

  /** A dead endpoint does not fill the queue. */
  TOO_MANY_FAILURES_IN_A_ROW_PAUSE_IT(
      "the failure that is one too many pauses it, and none before",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.before().status() == SubscriberStatus.ACTIVE
                          && step.command() instanceof NoteFailure failure
                          && (step.after().status() == SubscriberStatus.PAUSED)
                              != step.before().failures() + 1L
                                  >= failure.policy().failuresBeforePause(),
                      step))),

  /** It is left in peace until a person says otherwise. */
  ONLY_RESUMING_ENDS_A_PAUSE(
      "a paused one becomes active by being resumed, and not otherwise",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.before().status() == SubscriberStatus.PAUSED
                          && step.after().status() == SubscriberStatus.ACTIVE
                          && !(step.command() instanceof Resume),
                      step))),

  /** Failures of long ago count for nothing. */
  FAILURES_ARE_COUNTED_IN_A_ROW(
      "each failure of an active one counts, and a success or resuming begins anew",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                boolean active = step.before().status() == SubscriberStatus.ACTIVE;
                int was = step.before().failures();
                int expected =
                    switch (step.command()) {
                      case NoteFailure failure -> active ? was + 1 : was;
                      case NoteSuccess success -> active ? 0 : was;
                      case Resume resume -> step.refused() ? was : 0;
                      case ChangeTopics change -> was;
                      case Leave leave -> was;
                    };
                return brokenIf(step.after().failures() != expected, step);
              })),

  /** Whoever hears of it can tell whether it gets messages, and which. */
  WHAT_IT_GETS_IS_WHAT_WAS_TOLD(
      "status and topics are those that the last events tell",
      story -> {
        SubscriberStatus status = SubscriberStatus.LEFT;
        Option<Topics> topics = Option.none();
        for (SubscriberEvent event : story.history()) {
          switch (event) {
            case SubscriberJoined joined -> {
              status = SubscriberStatus.ACTIVE;
              topics = Option.some(joined.topics());
            }
            case SubscriberTopicsChanged changed -> topics = Option.some(changed.topics());
            case SubscriberPaused paused -> status = SubscriberStatus.PAUSED;
            case SubscriberResumed resumed -> status = SubscriberStatus.ACTIVE;
            case SubscriberLeft left -> status = SubscriberStatus.LEFT;
          }
        }
        return brokenIf(
            status != story.now().status() || !topics.contains(story.now().topics()), story.now());
      }),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the subscriber as it was",
      story -> Rules.refusalsChangeNothing(story, SubscriberSnapshot::version)),

  /** What others hear of a subscriber, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story ->
          Rules.eventsFollowOneAnother(story, story.now().subscriberId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<
          Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>, Option<String>>
      violation;

  SubscriberInvariant(
      String rule,
      Function<Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>, Option<String>>
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
      Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent> story) {
    return violation.apply(story);
  }
}
