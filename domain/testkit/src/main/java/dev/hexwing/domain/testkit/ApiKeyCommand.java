package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyRefusal;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.time.Instant;

/** What an API key can be asked to do. */
public sealed interface ApiKeyCommand extends Command<ApiKey> {

  @Override
  Either<ApiKeyRefusal, ?> carryOut(ApiKey key);

  /**
   * {@link ApiKey#use}.
   *
   * @param needed what the call needs
   * @param at when
   */
  record Use(Scope needed, Instant at) implements ApiKeyCommand {
    @Override
    public Either<ApiKeyRefusal, ?> carryOut(ApiKey key) {
      return key.use(needed, at);
    }
  }

  /**
   * {@link ApiKey#revoke}.
   *
   * @param occasion when and why
   */
  record Revoke(Occasion occasion) implements ApiKeyCommand {
    @Override
    public Either<ApiKeyRefusal, ?> carryOut(ApiKey key) {
      return key.revoke(occasion);
    }
  }
}
