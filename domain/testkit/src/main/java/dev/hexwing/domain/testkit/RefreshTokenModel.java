package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Revoke;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Rotate;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Shown;
import io.vavr.control.Option;
import java.time.Instant;

/** What a family of refresh tokens must do: which token works, and until when. */
public final class RefreshTokenModel
    implements Model<RefreshTokenCommand, RefreshTokenFamilySnapshot> {

  private final Instant end;
  private SecretHash current;
  private long rotations;
  private boolean revoked;

  /** The model of a family that just began. */
  public RefreshTokenModel(SecretHash first, Instant end) {
    this.current = first;
    this.end = end;
  }

  @Override
  public Option<String> refusal(RefreshTokenCommand command) {
    if (revoked) {
      return Option.some("access.tokens-revoked");
    }
    return switch (command) {
      case Rotate rotate -> rotated(rotate);
      case Revoke revoke -> {
        revoked = true;
        yield Option.none();
      }
    };
  }

  @Override
  public Option<String> difference(RefreshTokenFamilySnapshot state) {
    boolean same =
        state.revokedAt().isDefined() == revoked
            && state.rotations() == rotations
            && state.current().equals(current);
    return Rules.brokenIf(
        !same, "should be revoked " + revoked + " after " + rotations + " rotations to " + current);
  }

  private Option<String> rotated(Rotate rotate) {
    if (!rotate.occasion().at().isBefore(end)) {
      return Option.some("access.tokens-expired");
    }
    if (rotate.shown() == Shown.ANOTHER) {
      revoked = true;
      return Option.none();
    }
    if (rotate.successor().equals(current)) {
      return Option.some("access.token-successor-not-new");
    }
    current = rotate.successor();
    rotations++;
    return Option.none();
  }
}
