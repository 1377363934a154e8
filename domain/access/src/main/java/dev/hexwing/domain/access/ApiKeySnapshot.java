package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Objects;

/**
 * All of an API key's state at one moment, to store it and to bring it back.
 *
 * @param apiKeyId the key
 * @param principalId who calls with it
 * @param hash what is kept of its secret
 * @param scopes what it allows
 * @param issuedAt when it was handed out
 * @param expiresAt from this moment on it is void
 * @param lastUsedAt when it was last let in, to the minute
 * @param revokedAt when it was taken back, if it was
 * @param version how many changes it has lived through
 */
public record ApiKeySnapshot(
    ApiKeyId apiKeyId,
    PrincipalId principalId,
    SecretHash hash,
    Scopes scopes,
    Instant issuedAt,
    Instant expiresAt,
    Option<Instant> lastUsedAt,
    Option<Instant> revokedAt,
    Version version) {

  /** Refuses absent parts. */
  public ApiKeySnapshot {
    Objects.requireNonNull(apiKeyId, "apiKeyId");
    Objects.requireNonNull(principalId, "principalId");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(scopes, "scopes");
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(lastUsedAt, "lastUsedAt");
    Objects.requireNonNull(revokedAt, "revokedAt");
    Objects.requireNonNull(version, "version");
  }
}
