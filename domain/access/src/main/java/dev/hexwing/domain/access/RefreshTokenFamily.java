package dev.hexwing.domain.access;

import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenFamilyRevoked;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenFamilyStarted;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenReplayed;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenRotated;
import dev.hexwing.domain.access.RefreshTokenEvent.RotationEvent;
import dev.hexwing.domain.access.RefreshTokenRefusal.Expired;
import dev.hexwing.domain.access.RefreshTokenRefusal.ExpiryNotAhead;
import dev.hexwing.domain.access.RefreshTokenRefusal.Revoked;
import dev.hexwing.domain.access.RefreshTokenRefusal.SuccessorNotNew;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A family of refresh tokens: one sign-in of one caller, and every token that came of it.
 *
 * <p>A token works once and gives its successor. A used one coming back revokes the whole family,
 * because its holder and the thief cannot be told apart (RFC 9700, section 4.14.2). Rotation does
 * not make a family live longer: it is void from the moment that was set when it began.
 *
 * <p>Only the current token's hash is known here, so that a family has the same size after any
 * number of rotations; the {@link RefreshTokenFamilies store} finds a family by every token it ever
 * handed out.
 *
 * <pre>{@code
 * switch (family.rotate(shown, successor, occasion).get()) {
 *   case RefreshTokenRotated rotated -> handOut(successor);
 *   case RefreshTokenReplayed replayed -> signOut(replayed.principalId());
 * }
 * families.save(family); // in both cases
 * }</pre>
 *
 * <p>Not safe for use by several threads: each loads its own.
 */
@AggregateRoot
public final class RefreshTokenFamily {

  @Identity private final RefreshTokenFamilyId familyId;
  private final PrincipalId principalId;
  private final Instant startedAt;
  private final Instant expiresAt;
  private final Changes<RefreshTokenEvent> changes;
  private SecretHash current;
  private long rotations;
  private Option<Instant> revokedAt;

  private RefreshTokenFamily(RefreshTokenFamilySnapshot state) {
    this.familyId = state.familyId();
    this.principalId = state.principalId();
    this.startedAt = state.startedAt();
    this.expiresAt = state.expiresAt();
    this.current = state.current();
    this.rotations = state.rotations();
    this.revokedAt = state.revokedAt();
    this.changes = Changes.since(familyId.toString(), state.version());
  }

  /**
   * Begins a family with its first token.
   *
   * @param first the hash of the first token
   * @param expiresAt later than the occasion
   */
  public static Either<RefreshTokenRefusal, RefreshTokenFamily> start(
      RefreshTokenFamilyId familyId,
      PrincipalId principalId,
      SecretHash first,
      Instant expiresAt,
      Occasion occasion) {
    RefreshTokenFamilySnapshot state =
        new RefreshTokenFamilySnapshot(
            familyId,
            principalId,
            Objects.requireNonNull(first, "first"),
            0,
            Objects.requireNonNull(occasion, "occasion").at(),
            expiresAt,
            Option.none(),
            Version.NONE);
    if (!expiresAt.isAfter(occasion.at())) {
      return Either.left(new ExpiryNotAhead(expiresAt));
    }
    RefreshTokenFamily family = new RefreshTokenFamily(state);
    family.changes.record(
        new RefreshTokenFamilyStarted(
            family.changes.next(occasion), familyId, principalId, expiresAt));
    return Either.right(family);
  }

  /**
   * Brings a stored family back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no family's: a bug or a damaged store
   */
  public static RefreshTokenFamily reconstitute(RefreshTokenFamilySnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    // Beginning, each rotation, and revoking are one change each.
    long changes = snapshot.version().value() - (snapshot.revokedAt().isDefined() ? 1 : 0);
    if (snapshot.rotations() < 0
        || changes - 1 != snapshot.rotations()
        || !snapshot.expiresAt().isAfter(snapshot.startedAt())) {
      throw new IllegalArgumentException("not a refresh token family's state: " + snapshot);
    }
    return new RefreshTokenFamily(snapshot);
  }

  /**
   * Takes a token that the store knows as one of this family's, and gives its successor, once.
   *
   * <p>Refuses, in this order: revoked, void (at the very moment of expiry, too), a successor that
   * is the token itself. Any token but the current one is a used one: it comes back as {@link
   * RefreshTokenReplayed}, and the family is revoked. Either event must be saved.
   *
   * @param shown the hash of the token that the caller showed; the family was found by it
   * @param successor the hash of the token that the caller gets in exchange
   */
  public Either<RefreshTokenRefusal, RotationEvent> rotate(
      SecretHash shown, SecretHash successor, Occasion occasion) {
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(successor, "successor");
    Objects.requireNonNull(occasion, "occasion");
    if (revokedAt.isDefined()) {
      return Either.left(new Revoked(revokedAt.get()));
    }
    if (!occasion.at().isBefore(expiresAt)) {
      return Either.left(new Expired(expiresAt));
    }
    if (!current.matches(shown)) {
      RefreshTokenReplayed replayed =
          changes.record(new RefreshTokenReplayed(changes.next(occasion), familyId, principalId));
      revokedAt = Option.some(occasion.at());
      return Either.right(replayed);
    }
    if (successor.matches(shown)) {
      return Either.left(new SuccessorNotNew());
    }
    RefreshTokenRotated rotated =
        changes.record(
            new RefreshTokenRotated(changes.next(occasion), familyId, principalId, rotations + 1));
    current = successor;
    rotations++;
    return Either.right(rotated);
  }

  /** Signs out: no token of the family works any more. */
  public Either<RefreshTokenRefusal, RefreshTokenFamilyRevoked> revoke(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (revokedAt.isDefined()) {
      return Either.left(new Revoked(revokedAt.get()));
    }
    RefreshTokenFamilyRevoked revoked =
        changes.record(
            new RefreshTokenFamilyRevoked(changes.next(occasion), familyId, principalId));
    revokedAt = Option.some(occasion.at());
    return Either.right(revoked);
  }

  /** The name of the family. */
  public RefreshTokenFamilyId id() {
    return familyId;
  }

  /** Who calls with its tokens. */
  public PrincipalId principalId() {
    return principalId;
  }

  /** How many tokens were used up so far. */
  public long rotations() {
    return rotations;
  }

  /** From this moment on every token of the family is void. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** When the family was revoked, if it was. */
  public Option<Instant> revokedAt() {
    return revokedAt;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the family was read, once. */
  public List<RefreshTokenEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state, as the store keeps it. */
  public RefreshTokenFamilySnapshot snapshot() {
    return new RefreshTokenFamilySnapshot(
        familyId,
        principalId,
        current,
        rotations,
        startedAt,
        expiresAt,
        revokedAt,
        changes.current());
  }
}
