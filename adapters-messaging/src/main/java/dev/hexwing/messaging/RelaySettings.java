package dev.hexwing.messaging;

import java.time.Duration;

/**
 * How the relay works through the outbox.
 *
 * @param atOnce how many events are under way at once, 1 to 1,000; each of another aggregate
 * @param poll how often it looks by itself; local commits wake it
 * @param lease how long a claim holds; longer than the slowest consumer takes
 * @param firstRetry how soon a failed event is tried again; about doubled with each failure
 * @param lastRetry the longest time between two tries
 * @param attempts after so many failures an event is set aside for a person
 */
public record RelaySettings(
    int atOnce,
    Duration poll,
    Duration lease,
    Duration firstRetry,
    Duration lastRetry,
    int attempts) {

  /** Eight at once, a look every half second, 30 s of lease, 50 tries up to 30 s apart. */
  public static final RelaySettings STANDARD =
      new RelaySettings(
          8,
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofMillis(100),
          Duration.ofSeconds(30),
          50);

  /** Refuses figures that are not above zero with {@link IllegalArgumentException}. */
  public RelaySettings {
    if (atOnce < 1
        || atOnce > 1_000
        || attempts < 1
        || !(poll.isPositive()
            && lease.isPositive()
            && firstRetry.isPositive()
            && lastRetry.isPositive())) {
      throw new IllegalArgumentException("relay settings must be above zero");
    }
  }

  /**
   * With another number of events under way at once. A broker in another process only has to be
   * waited for, so hundreds cost little; consumers in this one take a connection each.
   */
  public RelaySettings withAtOnce(int events) {
    return new RelaySettings(events, poll, lease, firstRetry, lastRetry, attempts);
  }

  Duration delayAfter(int failures) {
    return new Backoff(firstRetry, lastRetry).after(failures);
  }
}
