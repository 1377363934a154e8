package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyEvent;
import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.ApiKeyCommand.Revoke;
import dev.hexwing.domain.testkit.ApiKeyCommand.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.ActionChain;

/** Arbitrary API keys, and their lives; every key is fresh, no two tries share one. */
public final class ApiKeyLives {

  private static final KeptAggregate.Store<ApiKey, ApiKeySnapshot, ApiKeyEvent> STORE =
      new KeptAggregate.Store<>(
          ApiKey::snapshot, ApiKey::drainEvents, (state, history) -> ApiKey.reconstitute(state));

  private ApiKeyLives() {}

  /**
   * All that {@link ApiKey#issue} asks for.
   *
   * @param apiKeyId its name
   * @param principalId who calls with it
   * @param hash of its secret
   * @param scopes what it allows
   * @param lasting for how long, above nothing
   * @param occasion when and why
   */
  public record Issue(
      ApiKeyId apiKeyId,
      PrincipalId principalId,
      SecretHash hash,
      Scopes scopes,
      Duration lasting,
      Occasion occasion) {

    /** A new key of this issue, its event not yet drained. */
    public ApiKey make() {
      Instant end = occasion.at().plus(lasting);
      return ApiKey.issue(apiKeyId, principalId, hash, scopes, end, occasion).get();
    }
  }

  /** Issues that are taken: for a microsecond, for years, and anything between. */
  public static Arbitrary<Issue> issues() {
    return Combinators.combine(
            AccessValues.apiKeyIds(),
            AccessValues.principalIds(),
            AccessValues.secretHashes(),
            AccessValues.scopeSets(),
            SharedValues.durations(),
            SharedValues.occasions())
        .as(Issue::new);
  }

  /** Keys that are fresh, were used, or were revoked. */
  public static Arbitrary<ApiKey> apiKeys() {
    return Combinators.combine(issues(), commands().list().ofMaxSize(4))
        .as(
            (issue, commands) -> {
              ApiKey key = issue.make();
              commands.forEach(command -> command.carryOut(key));
              return key;
            });
  }

  /** Whole histories, oldest first. */
  public static Arbitrary<List<ApiKeyEvent>> histories() {
    return apiKeys().map(ApiKey::drainEvents);
  }

  /** Commands in any order, at any moment. */
  public static Arbitrary<ApiKeyCommand> commands() {
    return Arbitraries.frequencyOf(Tuple.of(4, uses()), Tuple.of(1, revocations()));
  }

  /** A key's life: issued, then up to 12 commands, stored and read anew now and then. */
  public static Arbitrary<ActionChain<Life<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>>> lives() {
    return lives(ApiKeyLives::subject);
  }

  /** Lives of what you make of an issue: your own handler over your own repository. */
  public static Arbitrary<ActionChain<Life<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>>> lives(
      Function<Issue, Subject<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>> subjects) {
    return Chains.of(
        issues(), subjects, 12, List.of(Tuple.of(6, uses()), Tuple.of(1, revocations())));
  }

  /** A stored key, as a subject. */
  public static Subject<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent> subjectOf(
      ApiKeySnapshot stored) {
    return new KeptAggregate<>(ApiKey.reconstitute(stored), STORE);
  }

  /** The key itself, as a subject. */
  public static Subject<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent> subject(Issue issue) {
    return new KeptAggregate<>(issue.make(), STORE);
  }

  private static Arbitrary<Use> uses() {
    return Combinators.combine(AccessValues.scopes(), SharedValues.instants()).as(Use::new);
  }

  private static Arbitrary<Revoke> revocations() {
    return SharedValues.occasions().map(Revoke::new);
  }
}
