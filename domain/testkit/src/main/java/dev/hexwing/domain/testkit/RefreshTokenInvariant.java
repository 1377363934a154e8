package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.access.RefreshTokenEvent;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenReplayed;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenRotated;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Rotate;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Shown;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/** What always holds of a family of refresh tokens. */
public enum RefreshTokenInvariant
    implements
        Invariant<Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>> {
  /** Each use gives a new one. */
  A_TOKEN_WORKS_ONCE(
      "a token that was used up never works again",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      rotated(step) && step.after().current().equals(step.before().current()),
                      step))),

  /** The holder and the thief cannot be told apart. */
  A_USED_TOKEN_COMING_BACK_REVOKES_THE_FAMILY(
      "a token other than the current one revokes the whole family",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                boolean back =
                    step.command() instanceof Rotate rotate && rotate.shown() == Shown.ANOTHER;
                return brokenIf(
                    back && !step.refused() && step.after().revokedAt().isEmpty(), step);
              })),

  /** Nobody comes in by a door that was shut. */
  A_REVOKED_FAMILY_STAYS_REVOKED(
      "no token of a revoked family works",
      story -> {
        Option<String> opened =
            Rules.none(
                story.steps(),
                step ->
                    brokenIf(
                        step.before().revokedAt().isDefined()
                            && (!step.refused() || step.after().revokedAt().isEmpty()),
                        step));
        return opened.orElse(
            () -> {
              boolean shut = false;
              for (RefreshTokenEvent event : story.history()) {
                if (shut) {
                  return Option.some(event.toString());
                }
                shut = event instanceof RefreshTokenReplayed;
              }
              return Option.none();
            });
      }),

  /** Using a sign-in does not make it longer. */
  ROTATION_DOES_NOT_PROLONG(
      "no token works from the end that was set at the beginning",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      !step.after().expiresAt().equals(step.before().expiresAt())
                          || (rotated(step)
                              && step.command() instanceof Rotate rotate
                              && !rotate.occasion().at().isBefore(step.before().expiresAt())),
                      step))),

  /** Rotations are counted. */
  EVERY_ROTATION_COUNTS(
      "rotations are counted one by one",
      story -> {
        List<RefreshTokenRotated> rotated = story.only(RefreshTokenRotated.class);
        for (int i = 0; i < rotated.size(); i++) {
          if (rotated.get(i).rotation() != i + 1L) {
            return Option.some(rotated.get(i).toString());
          }
        }
        return brokenIf(story.now().rotations() != rotated.size(), story.now());
      }),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the family as it was",
      story -> Rules.refusalsChangeNothing(story, RefreshTokenFamilySnapshot::version)),

  /** What others hear of a family, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story -> Rules.eventsFollowOneAnother(story, story.now().familyId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<
          Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>, Option<String>>
      violation;

  RefreshTokenInvariant(
      String rule,
      Function<
              Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>,
              Option<String>>
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
      Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent> story) {
    return violation.apply(story);
  }

  private static boolean rotated(Step<RefreshTokenCommand, RefreshTokenFamilySnapshot> step) {
    return step.command() instanceof Rotate
        && !step.refused()
        && step.after().revokedAt().isEmpty();
  }
}
