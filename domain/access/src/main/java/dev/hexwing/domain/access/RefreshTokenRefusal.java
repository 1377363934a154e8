package dev.hexwing.domain.access;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Option;
import java.time.Instant;

/** What a family of refresh tokens says no to, and why. */
public sealed interface RefreshTokenRefusal extends DomainError {

  /**
   * A family that would be void before anybody could use it.
   *
   * @param expiresAt when it was to expire
   */
  record ExpiryNotAhead(Instant expiresAt) implements RefreshTokenRefusal {
    @Override
    public String code() {
      return "access.tokens-expiry-not-ahead";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "refresh tokens must expire later than now, not at " + expiresAt;
    }

    @Override
    public Option<String> field() {
      return Option.of("expiresAt");
    }
  }

  /**
   * The family was revoked, and all of its tokens with it.
   *
   * @param revokedAt when
   */
  record Revoked(Instant revokedAt) implements RefreshTokenRefusal {
    @Override
    public String code() {
      return "access.tokens-revoked";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the refresh tokens were revoked at " + revokedAt;
    }
  }

  /**
   * The family is void by now.
   *
   * @param expiredAt since when
   */
  record Expired(Instant expiredAt) implements RefreshTokenRefusal {
    @Override
    public String code() {
      return "access.tokens-expired";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the refresh tokens expired at " + expiredAt;
    }
  }

  /** The token's successor is the token itself: whoever draws tokens must draw a new one. */
  record SuccessorNotNew() implements RefreshTokenRefusal {
    @Override
    public String code() {
      return "access.token-successor-not-new";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a refresh token's successor must be another token";
    }

    @Override
    public Option<String> field() {
      return Option.of("successor");
    }
  }
}
