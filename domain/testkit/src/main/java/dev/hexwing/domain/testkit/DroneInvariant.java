package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.testkit.DroneCommand.Dispatch;
import dev.hexwing.domain.testkit.DroneCommand.ReportBattery;
import dev.hexwing.domain.testkit.DroneCommand.ReturnHome;
import io.vavr.control.Option;
import java.util.Set;
import java.util.function.Function;

/** What always holds of a drone. */
public enum DroneInvariant implements Invariant<Story<DroneCommand, DroneSnapshot, DroneEvent>> {
  /** Exactly the minimum flies, one percent less does not, an unknown battery does not. */
  NO_TAKE_OFF_BELOW_THE_MINIMUM(
      "no drone takes off with less in its battery than the policy's minimum",
      story ->
          takingOff(
              story,
              (before, dispatch) ->
                  before.battery().isEmpty()
                      || before.battery().get().compareTo(dispatch.policy().minimumBattery()) < 0)),

  /** First the workshop, then the customer. */
  NO_TAKE_OFF_WITH_MAINTENANCE_DUE(
      "no drone takes off with maintenance due",
      story -> takingOff(story, (before, dispatch) -> before.maintenance() == Maintenance.DUE)),

  /** Exactly the capacity flies, a gram more does not. */
  NO_TAKE_OFF_OVERLOADED(
      "no drone takes off with more than it can carry",
      story ->
          takingOff(story, (before, dispatch) -> !before.capacity().carries(dispatch.parcel()))),

  /** In this order: grounded, in the air, battery, maintenance, weight; else it flies. */
  REFUSALS_COME_IN_THEIR_ORDER(
      "of several reasons not to fly the first is told, and without one the drone flies",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.command() instanceof Dispatch dispatch
                          && !step.refusalCode().equals(reason(step.before(), dispatch)),
                      step))),

  /** A drone carries one parcel, and only while it is on its way to a customer. */
  ONE_DELIVERY_AT_A_TIME(
      "a drone has a delivery exactly while it is dispatched, and keeps it",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                boolean flying = step.after().status() == DroneStatus.DISPATCHED;
                boolean kept =
                    step.before().status() != DroneStatus.DISPATCHED
                        || !flying
                        || step.after().deliveryId().equals(step.before().deliveryId());
                return brokenIf(flying != step.after().deliveryId().isDefined() || !kept, step);
              })),

  /** None is forgotten, none is counted twice. */
  EVERY_FLIGHT_COUNTS(
      "every flight counts, and nothing else does",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                boolean flew = step.command() instanceof Dispatch && !step.refused();
                boolean cleared = step.command() instanceof DroneCommand.ClearMaintenance;
                int expected =
                    cleared && !step.refused() ? 0 : step.before().flights() + (flew ? 1 : 0);
                return brokenIf(step.after().flights() != expected, step);
              })),

  /** At the limit the drone comes home with maintenance due. */
  MAINTENANCE_IS_DUE_AT_THE_LIMIT(
      "after as many flights as the policy allows a drone comes home with maintenance due",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.command() instanceof ReturnHome home
                          && !step.refused()
                          && step.before().flights() >= home.policy().flightsBetweenMaintenance()
                          && step.after().maintenance() != Maintenance.DUE,
                      step))),

  /** Somebody must hear of it while there is something left. */
  A_LOW_BATTERY_IN_FLIGHT_IS_TOLD_ONCE(
      "a report that falls below the reserve in flight is told, once",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.command() instanceof ReportBattery report
                          && !step.refused()
                          && falls(step.before(), report)
                              != (step.answer().get() instanceof Option<?> told
                                  && told.isDefined()),
                      step))),

  /** The way of a drone. */
  NO_STEP_IS_SKIPPED_REPEATED_OR_UNDONE(
      "READY to DISPATCHED to RETURNING to READY, and READY or RETURNING to GROUNDED to READY",
      story ->
          Rules.onlyThese(
              story,
              DroneSnapshot::status,
              Set.of(
                  "READY to DISPATCHED",
                  "DISPATCHED to RETURNING",
                  "RETURNING to READY",
                  "READY to GROUNDED",
                  "RETURNING to GROUNDED",
                  "GROUNDED to READY"))),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the drone as it was",
      story -> Rules.refusalsChangeNothing(story, DroneSnapshot::version)),

  /** What others hear of a drone, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story -> Rules.eventsFollowOneAnother(story, story.now().droneId(), story.now().version()));

  private interface Wrong {
    boolean is(DroneSnapshot before, Dispatch dispatch);
  }

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Story<DroneCommand, DroneSnapshot, DroneEvent>, Option<String>> violation;

  DroneInvariant(
      String rule,
      Function<Story<DroneCommand, DroneSnapshot, DroneEvent>, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Story<DroneCommand, DroneSnapshot, DroneEvent> story) {
    return violation.apply(story);
  }

  private static Option<String> takingOff(
      Story<DroneCommand, DroneSnapshot, DroneEvent> story, Wrong wrong) {
    return Rules.none(
        story.steps(),
        step ->
            brokenIf(
                step.command() instanceof Dispatch dispatch
                    && !step.refused()
                    && wrong.is(step.before(), dispatch),
                step));
  }

  private static Option<String> reason(DroneSnapshot drone, Dispatch dispatch) {
    if (drone.status() == DroneStatus.GROUNDED) {
      return Option.some("drone.grounded");
    }
    if (drone.status() != DroneStatus.READY) {
      return Option.some("drone.already-dispatched");
    }
    if (drone.battery().isEmpty()) {
      return Option.some("drone.battery-unknown");
    }
    if (drone.battery().get().compareTo(dispatch.policy().minimumBattery()) < 0) {
      return Option.some("drone.battery-too-low");
    }
    if (drone.maintenance() == Maintenance.DUE) {
      return Option.some("drone.maintenance-due");
    }
    return drone.capacity().carries(dispatch.parcel())
        ? Option.none()
        : Option.some("drone.parcel-too-heavy");
  }

  private static boolean falls(DroneSnapshot before, ReportBattery report) {
    boolean inFlight =
        before.status() == DroneStatus.DISPATCHED || before.status() == DroneStatus.RETURNING;
    return inFlight
        && report.level().compareTo(report.policy().reserve()) < 0
        && !before.battery().exists(level -> level.compareTo(report.policy().reserve()) < 0);
  }
}
