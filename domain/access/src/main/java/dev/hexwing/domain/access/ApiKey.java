package dev.hexwing.domain.access;

import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyIssued;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyRevoked;
import dev.hexwing.domain.access.ApiKeyRefusal.Expired;
import dev.hexwing.domain.access.ApiKeyRefusal.ExpiryNotAhead;
import dev.hexwing.domain.access.ApiKeyRefusal.Revoked;
import dev.hexwing.domain.access.ApiKeyRefusal.ScopeMissing;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * An API key: the right of one caller to do some things until some moment.
 *
 * <p>Only a hash of its secret is known. From the moment it expires it is void; a revoked one is
 * void for ever. To rotate a key, issue another and revoke this one when callers have changed over.
 * Not safe for use by several threads: each loads its own.
 *
 * <pre>{@code
 * ApiKey key = ApiKey.issue(id, shop, hash, Scopes.of("payments:write"), inAYear, occasion).get();
 * key.use(new Scope("payments:write"), now).map(principal -> serve(principal));
 * }</pre>
 */
@AggregateRoot
public final class ApiKey {

  /** How coarsely the last use is kept, so that a busy key is not written with every call. */
  public static final Duration LAST_USE_STEP = Duration.ofMinutes(1);

  @Identity private final ApiKeyId apiKeyId;
  private final PrincipalId principalId;
  private final SecretHash hash;
  private final Scopes scopes;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final Changes<ApiKeyEvent> changes;
  private Option<Instant> lastUsedAt;
  private Option<Instant> revokedAt;

  private ApiKey(ApiKeySnapshot state) {
    this.apiKeyId = state.apiKeyId();
    this.principalId = state.principalId();
    this.hash = state.hash();
    this.scopes = state.scopes();
    this.issuedAt = state.issuedAt();
    this.expiresAt = state.expiresAt();
    this.lastUsedAt = state.lastUsedAt();
    this.revokedAt = state.revokedAt();
    this.changes = Changes.since(apiKeyId.toString(), state.version());
  }

  /**
   * Hands out a key.
   *
   * @param expiresAt later than the occasion
   */
  public static Either<ApiKeyRefusal, ApiKey> issue(
      ApiKeyId apiKeyId,
      PrincipalId principalId,
      SecretHash hash,
      Scopes scopes,
      Instant expiresAt,
      Occasion occasion) {
    ApiKeySnapshot state =
        new ApiKeySnapshot(
            apiKeyId,
            principalId,
            hash,
            scopes,
            Objects.requireNonNull(occasion, "occasion").at(),
            expiresAt,
            Option.none(),
            Option.none(),
            Version.NONE);
    if (!expiresAt.isAfter(occasion.at())) {
      return Either.left(new ExpiryNotAhead(expiresAt));
    }
    ApiKey key = new ApiKey(state);
    key.changes.record(
        new ApiKeyIssued(key.changes.next(occasion), apiKeyId, principalId, scopes, expiresAt));
    return Either.right(key);
  }

  /**
   * Brings a stored key back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no key's: a bug or a damaged store
   */
  public static ApiKey reconstitute(ApiKeySnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    if (!snapshot.expiresAt().isAfter(snapshot.issuedAt())
        || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException("not an API key's state: " + snapshot);
    }
    return new ApiKey(snapshot);
  }

  /**
   * Lets a call in, or not, and notes the use.
   *
   * <p>Refuses, in this order: revoked, void (at the very moment of expiry, too), scope missing.
   * The last use is kept to {@link #LAST_USE_STEP}: a use sooner after the last one changes nothing
   * and needs no write.
   *
   * @param needed what the call needs
   * @param at the moment of the call
   * @return who calls
   */
  public Either<ApiKeyRefusal, PrincipalId> use(Scope needed, Instant at) {
    Objects.requireNonNull(needed, "needed");
    Objects.requireNonNull(at, "at");
    if (revokedAt.isDefined()) {
      return Either.left(new Revoked(revokedAt.get()));
    }
    if (!at.isBefore(expiresAt)) {
      return Either.left(new Expired(expiresAt));
    }
    if (!scopes.include(needed)) {
      return Either.left(new ScopeMissing(needed));
    }
    if (lastUsedAt.isEmpty()
        || Duration.between(lastUsedAt.get(), at).compareTo(LAST_USE_STEP) >= 0) {
      lastUsedAt = Option.some(at);
      changes.recordSilently();
    }
    return Either.right(principalId);
  }

  /** Takes the key back, for ever; a void one as well, so that a log tells who did it when. */
  public Either<ApiKeyRefusal, ApiKeyRevoked> revoke(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (revokedAt.isDefined()) {
      return Either.left(new Revoked(revokedAt.get()));
    }
    ApiKeyRevoked revoked =
        changes.record(new ApiKeyRevoked(changes.next(occasion), apiKeyId, principalId));
    revokedAt = Option.some(occasion.at());
    return Either.right(revoked);
  }

  /** The name of the key. */
  public ApiKeyId id() {
    return apiKeyId;
  }

  /** Who calls with it. */
  public PrincipalId principalId() {
    return principalId;
  }

  /** What it allows. */
  public Scopes scopes() {
    return scopes;
  }

  /** From this moment on it is void. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** When it was last let in, to {@link #LAST_USE_STEP}. */
  public Option<Instant> lastUsedAt() {
    return lastUsedAt;
  }

  /** When it was taken back, if it was. */
  public Option<Instant> revokedAt() {
    return revokedAt;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the key was read, once. */
  public List<ApiKeyEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public ApiKeySnapshot snapshot() {
    return new ApiKeySnapshot(
        apiKeyId,
        principalId,
        hash,
        scopes,
        issuedAt,
        expiresAt,
        lastUsedAt,
        revokedAt,
        changes.current());
  }
}
