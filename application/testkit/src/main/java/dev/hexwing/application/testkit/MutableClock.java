package dev.hexwing.application.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to move. Safe for use by any number of threads. */
public final class MutableClock implements InstantSource {

  private volatile Instant now;

  /** A clock that stands at a moment. */
  public MutableClock(Instant now) {
    this.now = now;
  }

  /** A clock that stands at 2026-01-01T12:00:00Z. */
  public static MutableClock standing() {
    return new MutableClock(Instant.parse("2026-01-01T12:00:00Z"));
  }

  /** Moves the clock; back, if the time is negative. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
