package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.RefreshTokenEvent;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenRotated;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Rotate;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Shown;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Families of refresh tokens that break one rule each. */
class RefreshTokenTwinTest {

  private static class Lie
      extends Tampered.Lie<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent> {}

  static Stream<Twin<Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>>>
      twins() {
    return Stream.of(
        twin(
            RefreshTokenInvariant.A_TOKEN_WORKS_ONCE,
            "hands the same token out again",
            new Lie() {
              @Override
              RefreshTokenFamilySnapshot after(
                  RefreshTokenFamilySnapshot before,
                  RefreshTokenCommand command,
                  boolean refused,
                  RefreshTokenFamilySnapshot state) {
                return with(
                    state, before.current(), state.expiresAt(), state.revokedAt(), state.version());
              }
            }),
        twin(
            RefreshTokenInvariant.A_USED_TOKEN_COMING_BACK_REVOKES_THE_FAMILY,
            "takes a used token for the current one",
            new Lie() {
              @Override
              RefreshTokenFamilySnapshot after(
                  RefreshTokenFamilySnapshot before,
                  RefreshTokenCommand command,
                  boolean refused,
                  RefreshTokenFamilySnapshot state) {
                boolean back = command instanceof Rotate rotate && rotate.shown() == Shown.ANOTHER;
                return back && !refused ? before : state;
              }
            }),
        twin(
            RefreshTokenInvariant.A_REVOKED_FAMILY_STAYS_REVOKED,
            "forgets that it was revoked",
            new Lie() {
              @Override
              RefreshTokenFamilySnapshot before(
                  RefreshTokenFamilySnapshot state, RefreshTokenCommand command) {
                return state.revokedAt().isDefined()
                    ? with(
                        state,
                        state.current(),
                        state.expiresAt(),
                        Option.none(),
                        new Version(state.version().value() - 1))
                    : state;
              }
            }),
        twin(
            RefreshTokenInvariant.ROTATION_DOES_NOT_PROLONG,
            "lives on with every use",
            new Lie() {
              @Override
              RefreshTokenFamilySnapshot after(
                  RefreshTokenFamilySnapshot before,
                  RefreshTokenCommand command,
                  boolean refused,
                  RefreshTokenFamilySnapshot state) {
                return refused
                    ? state
                    : with(
                        state,
                        state.current(),
                        state.expiresAt().plusSeconds(60),
                        state.revokedAt(),
                        state.version());
              }
            }),
        twin(
            RefreshTokenInvariant.EVERY_ROTATION_COUNTS,
            "tells of the first rotation again and again",
            new Lie() {
              @Override
              List<RefreshTokenEvent> events(List<RefreshTokenEvent> events) {
                return changed(
                    events,
                    RefreshTokenRotated.class,
                    event ->
                        new RefreshTokenRotated(
                            event.metadata(), event.familyId(), event.principalId(), 1));
              }
            }),
        twin(
            RefreshTokenInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "lives longer with every refusal",
            new Lie() {
              @Override
              RefreshTokenFamilySnapshot after(
                  RefreshTokenFamilySnapshot before,
                  RefreshTokenCommand command,
                  boolean refused,
                  RefreshTokenFamilySnapshot state) {
                return refused
                    ? with(
                        state,
                        state.current(),
                        state.expiresAt().plusSeconds(60),
                        state.revokedAt(),
                        state.version())
                    : state;
              }
            }),
        twin(
            RefreshTokenInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells of every rotation twice",
            new Lie() {
              @Override
              List<RefreshTokenEvent> events(List<RefreshTokenEvent> events) {
                List<RefreshTokenEvent> twice = new ArrayList<>(events);
                events.stream().filter(RefreshTokenRotated.class::isInstance).forEach(twice::add);
                return twice;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(
      Twin<Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) RefreshTokenInvariant.values());
  }

  private static Twin<Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>>
      twin(RefreshTokenInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        RefreshTokenLives.lives(
                signIn ->
                    new Tampered<>(
                        RefreshTokenLives.subject(signIn), RefreshTokenLives::subjectOf, lie))
            .map(chain -> chain.run().story()));
  }

  private static RefreshTokenFamilySnapshot with(
      RefreshTokenFamilySnapshot state,
      SecretHash current,
      Instant expiresAt,
      Option<Instant> revokedAt,
      Version version) {
    return new RefreshTokenFamilySnapshot(
        state.familyId(),
        state.principalId(),
        current,
        state.rotations(),
        state.startedAt(),
        expiresAt,
        revokedAt,
        version);
  }
}
