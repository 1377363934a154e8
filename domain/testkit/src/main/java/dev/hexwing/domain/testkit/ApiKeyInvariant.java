package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyEvent;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyIssued;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyRevoked;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.testkit.ApiKeyCommand.Use;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What always holds of an API key. */
public enum ApiKeyInvariant
    implements Invariant<Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>> {
  /** Nobody comes in with a key that was taken back. */
  A_REVOKED_KEY_STAYS_REVOKED(
      "a revoked key lets nobody in, for ever",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      step.before().revokedAt().isDefined()
                          && (!step.refused()
                              || !step.after().revokedAt().equals(step.before().revokedAt())),
                      step))),

  /** The end that was set when it was handed out is the end. */
  NO_USE_FROM_ITS_EXPIRY_ON(
      "a key lets nobody in from the moment it expires, which never moves",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      !step.after().expiresAt().equals(step.before().expiresAt())
                          || letIn(
                              step, (use, key) -> !use.at().isBefore(step.before().expiresAt())),
                      step))),

  /** What was not granted is not allowed. */
  IT_ALLOWS_WHAT_ITS_SCOPES_SAY(
      "a key lets in what its scopes include and nothing else, and they never change",
      story ->
          Rules.none(
              story.steps(),
              step ->
                  brokenIf(
                      !step.after().scopes().equals(step.before().scopes())
                          || letIn(step, (use, key) -> !key.scopes().include(use.needed())),
                      step))),

  /** Coarse, so that a busy key is not written with every call; not lost. */
  THE_LAST_USE_IS_KEPT(
      "the last use is never more than a step behind, and never goes back",
      story ->
          Rules.none(
              story.steps(),
              step -> {
                Option<Instant> was = step.before().lastUsedAt();
                Option<Instant> is = step.after().lastUsedAt();
                boolean back = was.isDefined() && (is.isEmpty() || is.get().isBefore(was.get()));
                return brokenIf(
                    back
                        || letIn(
                            step,
                            (use, key) ->
                                is.isEmpty()
                                    || Duration.between(is.get(), use.at())
                                            .compareTo(ApiKey.LAST_USE_STEP)
                                        >= 0),
                    step);
              })),

  /** The log tells of every key, and who took it back when. */
  ISSUING_AND_REVOKING_ARE_TOLD(
      "a key was told of once when it was issued, and once when it was revoked, if it was",
      story ->
          brokenIf(
              story.only(ApiKeyIssued.class).size() != 1
                  || story.only(ApiKeyRevoked.class).size()
                      != (story.now().revokedAt().isDefined() ? 1 : 0),
              story.history())),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the key as it was",
      story -> Rules.refusalsChangeNothing(story, ApiKeySnapshot::version)),

  /** What others hear of a key, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story -> Rules.eventsFollowOneAnother(story, story.now().apiKeyId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>, Option<String>>
      violation;

  ApiKeyInvariant(
      String rule,
      Function<Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent> story) {
    return violation.apply(story);
  }

  /** Whether a call was let in of which something holds, with the key as it stood. */
  private static boolean letIn(
      Step<ApiKeyCommand, ApiKeySnapshot> step, BiPredicate<Use, ApiKeySnapshot> what) {
    return !step.refused() && step.command() instanceof Use use && what.test(use, step.before());
  }
}
