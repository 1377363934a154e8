package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.ApiKeyEvent;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyIssued;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyRevoked;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.testkit.ApiKeyCommand.Use;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** API keys that break one rule each. */
class ApiKeyTwinTest {

  private static class Lie extends Tampered.Lie<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent> {}

  static Stream<Twin<Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>>> twins() {
    return Stream.of(
        twin(
            ApiKeyInvariant.A_REVOKED_KEY_STAYS_REVOKED,
            "forgets that it was revoked",
            new Lie() {
              @Override
              ApiKeySnapshot before(ApiKeySnapshot state, ApiKeyCommand command) {
                return with(
                    state, state.scopes(), state.expiresAt(), state.lastUsedAt(), Option.none());
              }
            }),
        twin(
            ApiKeyInvariant.NO_USE_FROM_ITS_EXPIRY_ON,
            "lives a century longer than was said",
            new Lie() {
              @Override
              ApiKeySnapshot before(ApiKeySnapshot state, ApiKeyCommand command) {
                return with(
                    state,
                    state.scopes(),
                    state.expiresAt().plus(Duration.ofDays(36_525)),
                    state.lastUsedAt(),
                    state.revokedAt());
              }
            }),
        twin(
            ApiKeyInvariant.IT_ALLOWS_WHAT_ITS_SCOPES_SAY,
            "lets in whoever asks",
            new Lie() {
              @Override
              ApiKeySnapshot before(ApiKeySnapshot state, ApiKeyCommand command) {
                return command instanceof Use use
                    ? with(
                        state,
                        new Scopes(Set.of(use.needed())),
                        state.expiresAt(),
                        state.lastUsedAt(),
                        state.revokedAt())
                    : state;
              }
            }),
        twin(
            ApiKeyInvariant.THE_LAST_USE_IS_KEPT,
            "believes the latest call, though it was the earlier one",
            new Lie() {
              @Override
              ApiKeySnapshot before(ApiKeySnapshot state, ApiKeyCommand command) {
                return command instanceof Use
                    ? with(
                        state, state.scopes(), state.expiresAt(), Option.none(), state.revokedAt())
                    : state;
              }
            }),
        twin(
            ApiKeyInvariant.ISSUING_AND_REVOKING_ARE_TOLD,
            "is revoked and tells nobody",
            new Lie() {
              @Override
              List<ApiKeyEvent> events(List<ApiKeyEvent> events) {
                return events.stream().filter(event -> !(event instanceof ApiKeyRevoked)).toList();
              }
            }),
        twin(
            ApiKeyInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "takes a refused call for its last use",
            new Lie() {
              @Override
              ApiKeySnapshot after(
                  ApiKeySnapshot before,
                  ApiKeyCommand command,
                  boolean refused,
                  ApiKeySnapshot state) {
                return refused && command instanceof Use use
                    ? with(
                        state,
                        state.scopes(),
                        state.expiresAt(),
                        Option.some(use.at()),
                        state.revokedAt())
                    : state;
              }
            }),
        twin(
            ApiKeyInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells twice that it was issued",
            new Lie() {
              @Override
              List<ApiKeyEvent> events(List<ApiKeyEvent> events) {
                List<ApiKeyEvent> twice = new ArrayList<>(events);
                events.stream().filter(ApiKeyIssued.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(Twin<Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) ApiKeyInvariant.values());
  }

  private static Twin<Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>> twin(
      ApiKeyInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        ApiKeyLives.lives(
                issue -> new Tampered<>(ApiKeyLives.subject(issue), ApiKeyLives::subjectOf, lie))
            .map(chain -> chain.run().story()));
  }

  private static ApiKeySnapshot with(
      ApiKeySnapshot state,
      Scopes scopes,
      Instant expiresAt,
      Option<Instant> lastUsedAt,
      Option<Instant> revokedAt) {
    return new ApiKeySnapshot(
        state.apiKeyId(),
        state.principalId(),
        state.hash(),
        scopes,
        state.issuedAt(),
        expiresAt,
        lastUsedAt,
        revokedAt,
        state.version());
  }
}
