package dev.hexwing.application;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * How long the application keeps what is over.
 *
 * <p>Leases have nothing to do with it: a lease says whose an intent is, a lifetime how long its
 * answer is told again. What is not over is kept without end.
 *
 * @param keys how long what was answered under a key is told again, counted from its end; at least
 *     24 hours. After it the key stays used, and is refused as {@code idempotency.key-expired}
 * @param history how long an event stays in the history after it was filed; none for ever. What
 *     starts from the beginning refuses to, once the beginning is gone
 * @param takenEvents how long it is remembered that a consumer took an event: longer than a broker
 *     or the processor may deliver one again
 * @param batch the most rows of one kind to delete in a transaction, 1 to 10,000
 * @param interval how often is looked for more
 */
public record Retention(
    Duration keys, Option<Duration> history, Duration takenEvents, int batch, Duration interval) {

  /** The shortest lifetime of a key that clients are ever promised. */
  public static final Duration LEAST_FOR_KEYS = Duration.ofHours(24);

  private static final int MOST = 10_000;

  /** Keys for 24 hours, history for ever, taken events for 30 days, 500 a time, every minute. */
  public static final Retention STANDARD =
      new Retention(LEAST_FOR_KEYS, Option.none(), Duration.ofDays(30), 500, Duration.ofMinutes(1));

  /** Refuses what would break a promise with {@link IllegalArgumentException}. */
  public Retention {
    require(keys.compareTo(LEAST_FOR_KEYS) >= 0, "keys must be kept for at least 24 hours");
    require(
        history.forAll(Duration::isPositive), "history must be kept for more than no time, or all");
    require(takenEvents.isPositive(), "taken events must be remembered for more than no time");
    require(batch >= 1 && batch <= MOST, "a batch must be 1 to " + MOST);
    require(interval.isPositive(), "the interval must be above zero");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The same, with another lifetime of keys. */
  public Retention withKeys(Duration lifetime) {
    return new Retention(lifetime, history, takenEvents, batch, interval);
  }
}
