package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Objects;

/**
 * All of a refresh token family's state at one moment, to store it and to bring it back.
 *
 * <p>It has the same size after any number of rotations.
 *
 * @param familyId the family
 * @param principalId who calls with it
 * @param current what is kept of the one token that still works
 * @param rotations how many tokens were used up so far
 * @param startedAt when the first token was handed out
 * @param expiresAt from this moment on every token of the family is void
 * @param revokedAt when the family was revoked, if it was
 * @param version how many changes it has lived through
 */
public record RefreshTokenFamilySnapshot(
    RefreshTokenFamilyId familyId,
    PrincipalId principalId,
    SecretHash current,
    long rotations,
    Instant startedAt,
    Instant expiresAt,
    Option<Instant> revokedAt,
    Version version) {

  /** Refuses absent parts. */
  public RefreshTokenFamilySnapshot {
    Objects.requireNonNull(familyId, "familyId");
    Objects.requireNonNull(principalId, "principalId");
    Objects.requireNonNull(current, "current");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(revokedAt, "revokedAt");
    Objects.requireNonNull(version, "version");
  }
}
