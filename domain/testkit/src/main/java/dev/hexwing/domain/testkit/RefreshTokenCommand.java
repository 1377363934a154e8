package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenRefusal;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;

/** What a family of refresh tokens can be asked to do. */
public sealed interface RefreshTokenCommand extends Command<RefreshTokenFamily> {

  @Override
  Either<RefreshTokenRefusal, ?> carryOut(RefreshTokenFamily family);

  /** Which token is shown, seen from the one that works now. */
  enum Shown {
    /** The one that works. */
    CURRENT,
    /** Another, used before or never handed out. */
    ANOTHER;

    /** The token, when this one works now; one that is spare must not be it. */
    public SecretHash of(SecretHash current, SecretHash spare) {
      return switch (this) {
        case CURRENT -> current;
        case ANOTHER -> spare.equals(current) ? otherThan(current) : spare;
      };
    }

    private static SecretHash otherThan(SecretHash current) {
      return SecretHash.of(current.value().substring(3)).get();
    }
  }

  /**
   * {@link RefreshTokenFamily#rotate}.
   *
   * @param shown which token is shown
   * @param spare what is shown, if it is another
   * @param successor the token to come
   * @param occasion when and why
   */
  record Rotate(Shown shown, SecretHash spare, SecretHash successor, Occasion occasion)
      implements RefreshTokenCommand {
    @Override
    public Either<RefreshTokenRefusal, ?> carryOut(RefreshTokenFamily family) {
      SecretHash token = shown.of(family.snapshot().current(), spare);
      return family.rotate(token, successor, occasion);
    }
  }

  /**
   * {@link RefreshTokenFamily#revoke}.
   *
   * @param occasion when and why
   */
  record Revoke(Occasion occasion) implements RefreshTokenCommand {
    @Override
    public Either<RefreshTokenRefusal, ?> carryOut(RefreshTokenFamily family) {
      return family.revoke(occasion);
    }
  }
}
