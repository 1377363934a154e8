package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Option;
import java.time.Instant;

/** What an API key says no to, and why. */
public sealed interface ApiKeyRefusal extends DomainError {

  /**
   * A key that would be void before anybody could use it.
   *
   * @param expiresAt when it was to expire
   */
  record ExpiryNotAhead(Instant expiresAt) implements ApiKeyRefusal {
    @Override
    public String code() {
      return "access.key-expiry-not-ahead";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a key must expire later than now, not at " + expiresAt;
    }

    @Override
    public Option<String> field() {
      return Option.of("expiresAt");
    }
  }

  /**
   * The key was taken back.
   *
   * @param revokedAt when
   */
  record Revoked(Instant revokedAt) implements ApiKeyRefusal {
    @Override
    public String code() {
      return "access.key-revoked";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the key was revoked at " + revokedAt;
    }
  }

  /**
   * The key is void by now.
   *
   * @param expiredAt since when
   */
  record Expired(Instant expiredAt) implements ApiKeyRefusal {
    @Override
    public String code() {
      return "access.key-expired";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the key expired at " + expiredAt;
    }
  }

  /**
   * The key does not allow what was asked.
   *
   * @param needed what would have allowed it
   */
  record ScopeMissing(Scope needed) implements ApiKeyRefusal {
    @Override
    public String code() {
      return "access.scope-missing";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the key lacks the scope " + needed;
    }
  }
}
