package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.delivery.DeliveryEvent;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCancelled;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryRequested;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What always holds of a delivery. */
public enum DeliveryInvariant
    implements Invariant<Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> {
  /** A parcel hangs under one drone. */
  ONE_DRONE_AT_A_TIME(
      "a delivery in the air keeps its drone, and one in the air has a drone",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                boolean flying = step.before().status() == DeliveryStatus.DISPATCHED;
                boolean kept = step.after().droneId().equals(step.before().droneId());
                boolean named =
                    step.after().status() != DeliveryStatus.DISPATCHED
                        || step.after().droneId().isDefined();
                return brokenIf((flying && !kept) || !named, step);
              })),

  /** Another drone is asked for after each failure, once. */
  EVERY_ATTEMPT_IS_ASKED_FOR_ONCE(
      "attempts are asked for one after the other, each once",
      story -> {
        List<DeliveryRequested> asked = story.only(DeliveryRequested.class);
        for (int i = 0; i < asked.size(); i++) {
          if (asked.get(i).attempt() != i + 1) {
            return Option.some(asked.get(i).toString());
          }
        }
        return brokenIf(
            asked.size() != story.now().attempt(),
            asked.size() + " asked for, at attempt " + story.now().attempt());
      }),

  /** What is over is over. */
  NOTHING_FOLLOWS_THE_END(
      "nothing happens to a delivery that was completed or cancelled",
      story -> {
        boolean over = false;
        for (DeliveryEvent event : story.history()) {
          if (over) {
            return Option.some(event.toString());
          }
          over = event instanceof DeliveryCompleted || event instanceof DeliveryCancelled;
        }
        return Option.none();
      }),

  /** The way of a delivery. */
  NO_STEP_IS_SKIPPED_REPEATED_OR_UNDONE(
      "REQUESTED to DISPATCHED to COMPLETED, or to FAILED and REQUESTED again, or CANCELLED",
      story ->
          Rules.onlyThese(
              story,
              DeliverySnapshot::status,
              Set.of(
                  "REQUESTED to DISPATCHED",
                  "DISPATCHED to COMPLETED",
                  "DISPATCHED to FAILED",
                  "FAILED to REQUESTED",
                  "REQUESTED to CANCELLED",
                  "FAILED to CANCELLED"))),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the delivery as it was",
      story -> Rules.refusalsChangeNothing(story, DeliverySnapshot::version)),

  /** What others hear of a delivery, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story ->
          Rules.eventsFollowOneAnother(story, story.now().deliveryId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent>, Option<String>>
      violation;

  DeliveryInvariant(
      String rule,
      Function<Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent>, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Story<DeliveryCommand, DeliverySnapshot, DeliveryEvent> story) {
    return violation.apply(story);
  }
}
