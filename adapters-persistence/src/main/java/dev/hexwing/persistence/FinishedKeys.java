package dev.hexwing.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * What is asked about finished intents, which never change again.
 *
 * <p>Those that were asked about more than once lately are remembered, so a replay needs no
 * database; only what was seen committed comes in here. Others are looked up together.
 *
 * <p>Most are asked about once more and never again: keeping each would cost as much as parsing its
 * answer, and push out the ones that somebody does ask about again.
 */
final class FinishedKeys {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private record Name(Principal scope, IdempotencyKey key) {}

  private final Cache<Name, KeyRecord> records =
      Caffeine.newBuilder()
          .initialCapacity(MOST)
          .maximumSize(MOST)
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .build();

  private final AskedBefore asked = new AskedBefore();
  private final SharedLookup<FinishedKeyRow> stored;

  FinishedKeys(DataSource pool, Dialect dialect) {
    this.stored =
        new SharedLookup<>(
            new Lookup<>(KeyStatements.FIND_FINISHED, FinishedKeyRow::read), pool, dialect);
  }

  /** Those that are not remembered, by the name of their scope and their key. */
  SharedLookup<FinishedKeyRow> stored() {
    return stored;
  }

  Option<KeyRecord> find(Principal scope, IdempotencyKey key) {
    return Option.of(records.getIfPresent(new Name(scope, key)));
  }

  void remember(KeyRecord record) {
    if (record.state() == KeyState.FINISHED) {
      Name name = new Name(record.request().scope(), record.request().key());
      if (asked.test(name.hashCode())) {
        records.put(name, record);
      }
    }
  }
}
