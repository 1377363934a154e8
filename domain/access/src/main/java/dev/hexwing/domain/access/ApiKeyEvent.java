package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.EventMetadata;
import java.time.Instant;
import java.util.Objects;

/** What can happen to an API key; no event carries the secret or its hash. */
public sealed interface ApiKeyEvent extends AccessEvent {

  /** The key that it happened to. */
  ApiKeyId apiKeyId();

  /**
   * A key was handed out.
   *
   * @param metadata what every event carries
   * @param apiKeyId the key
   * @param principalId who calls with it
   * @param scopes what it allows
   * @param expiresAt from this moment on it is void
   */
  record ApiKeyIssued(
      EventMetadata metadata,
      ApiKeyId apiKeyId,
      PrincipalId principalId,
      Scopes scopes,
      Instant expiresAt)
      implements ApiKeyEvent {

    /** Refuses absent parts. */
    public ApiKeyIssued {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(apiKeyId, "apiKeyId");
      Objects.requireNonNull(principalId, "principalId");
      Objects.requireNonNull(scopes, "scopes");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * A key was taken back.
   *
   * @param metadata what every event carries
   * @param apiKeyId the key
   * @param principalId who called with it
   */
  record ApiKeyRevoked(EventMetadata metadata, ApiKeyId apiKeyId, PrincipalId principalId)
      implements ApiKeyEvent {

    /** Refuses absent parts. */
    public ApiKeyRevoked {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(apiKeyId, "apiKeyId");
      Objects.requireNonNull(principalId, "principalId");
    }
  }
}
