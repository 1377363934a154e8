package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.EventMetadata;
import java.time.Instant;
import java.util.Objects;

/** What can happen to a family of refresh tokens; no event carries a token or its hash. */
public sealed interface RefreshTokenEvent extends AccessEvent {

  /** The family that it happened to. */
  RefreshTokenFamilyId familyId();

  /**
   * What a token that was shown led to: the successor works, or the whole family is revoked.
   *
   * <p>A {@code switch} over it is checked by the compiler, so that nobody takes the one for the
   * other.
   */
  sealed interface RotationEvent extends RefreshTokenEvent {}

  /**
   * A caller got the first token of a family.
   *
   * @param metadata what every event carries
   * @param familyId the family
   * @param principalId who calls with it
   * @param expiresAt from this moment on every token of the family is void
   */
  record RefreshTokenFamilyStarted(
      EventMetadata metadata,
      RefreshTokenFamilyId familyId,
      PrincipalId principalId,
      Instant expiresAt)
      implements RefreshTokenEvent {

    /** Refuses absent parts. */
    public RefreshTokenFamilyStarted {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(familyId, "familyId");
      Objects.requireNonNull(principalId, "principalId");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * A token was used, and its successor took its place.
   *
   * @param metadata what every event carries
   * @param familyId the family
   * @param principalId who calls with it
   * @param rotation 1 for the first token that was used up, one more for each after it
   */
  record RefreshTokenRotated(
      EventMetadata metadata, RefreshTokenFamilyId familyId, PrincipalId principalId, long rotation)
      implements RotationEvent {

    /** Refuses absent parts. */
    public RefreshTokenRotated {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(familyId, "familyId");
      Objects.requireNonNull(principalId, "principalId");
    }
  }

  /**
   * A used token came back, so that somebody else may hold one: the family is revoked with it.
   *
   * @param metadata what every event carries
   * @param familyId the family
   * @param principalId who called with it
   */
  record RefreshTokenReplayed(
      EventMetadata metadata, RefreshTokenFamilyId familyId, PrincipalId principalId)
      implements RotationEvent {

    /** Refuses absent parts. */
    public RefreshTokenReplayed {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(familyId, "familyId");
      Objects.requireNonNull(principalId, "principalId");
    }
  }

  /**
   * A family was revoked on purpose: its caller signed out, or an operator signed it out.
   *
   * @param metadata what every event carries
   * @param familyId the family
   * @param principalId who called with it
   */
  record RefreshTokenFamilyRevoked(
      EventMetadata metadata, RefreshTokenFamilyId familyId, PrincipalId principalId)
      implements RefreshTokenEvent {

    /** Refuses absent parts. */
    public RefreshTokenFamilyRevoked {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(familyId, "familyId");
      Objects.requireNonNull(principalId, "principalId");
    }
  }
}
