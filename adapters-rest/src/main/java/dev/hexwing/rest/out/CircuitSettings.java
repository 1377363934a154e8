package dev.hexwing.rest.out;

import java.time.Duration;

/**
 * When calls to a company in trouble are given up for a while.
 *
 * <p>Lost answers, refused connections, server errors, "too many requests" and unreadable answers
 * count as failures; declines and other clear answers do not.
 *
 * @param window how many of the last calls are looked at, 1 to 10,000
 * @param minimumCalls how many of them there must be before anything is decided, 1 to window
 * @param failurePercent share of failures that opens the circuit, 1 to 100
 * @param slowAfter from when on a call is slow
 * @param slowPercent share of slow calls that opens the circuit, 1 to 100
 * @param openFor how long an open circuit turns everything away before it is tried again
 * @param trialCalls how many calls try it, 1 to 1,000
 */
public record CircuitSettings(
    int window,
    int minimumCalls,
    int failurePercent,
    Duration slowAfter,
    int slowPercent,
    Duration openFor,
    int trialCalls) {

  /** Half of at least 10 among the last 50 calls failed, or 80 % took over 5 s; open for 10 s. */
  public static final CircuitSettings DEFAULT =
      new CircuitSettings(50, 10, 50, Duration.ofSeconds(5), 80, Duration.ofSeconds(10), 5);

  /** Refuses figures out of range with {@link IllegalArgumentException}. */
  public CircuitSettings {
    Checks.within("window", window, 1, 10_000);
    Checks.within("minimumCalls", minimumCalls, 1, window);
    Checks.within("failurePercent", failurePercent, 1, 100);
    Checks.within("slowPercent", slowPercent, 1, 100);
    Checks.within("trialCalls", trialCalls, 1, 1_000);
    Checks.positive("slowAfter", slowAfter, Duration.ofMinutes(5));
    Checks.positive("openFor", openFor, Duration.ofHours(1));
  }
}
