package dev.hexwing.application;

import java.time.Duration;

/**
 * How long the application keeps what is over.
 *
 * <p>Leases have nothing to do with it: a lease says whose an intent is, a lifetime how long its
 * answer is told again. What is not over is kept without end.
 *
 * @param keys how long what was answered under a key is told again, counted from its end; at least
 *     24 hours. After it the key stays used, and is refused as {@code idempotency.key-expired}
 * @param sentEvents how long an event stays in the outbox after it was sent
 * @param takenEvents how long it is remembered that a consumer took an event: longer than a broker
 *     or the processor may deliver one again, and longer than {@code sentEvents}
 * @param batch the most rows of one kind to delete in a transaction, 1 to 10,000
 * @param interval how often is looked for more
 */
public record Retention(
    Duration keys, Duration sentEvents, Duration takenEvents, int batch, Duration interval) {

  /** The shortest lifetime of a key that clients are ever promised. */
  public static final Duration LEAST_FOR_KEYS = Duration.ofHours(24);

  private static final int MOST = 10_000;

  /** Keys for 24 hours, sent events for 7 days, taken ones for 30, 500 at a time, every minute. */
  public static final Retention STANDARD =
      new Retention(
          LEAST_FOR_KEYS, Duration.ofDays(7), Duration.ofDays(30), 500, Duration.ofMinutes(1));

  /** Refuses what would break a promise with {@link IllegalArgumentException}. */
  public Retention {
    require(keys.compareTo(LEAST_FOR_KEYS) >= 0, "keys must be kept for at least 24 hours");
    require(sentEvents.isPositive(), "sent events must be kept for more than no time");
    require(
        takenEvents.compareTo(sentEvents) >= 0,
        "taken events must be remembered for as long as sent ones are kept");
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
    return new Retention(lifetime, sentEvents, takenEvents, batch, interval);
  }
}
