package dev.hexwing.messaging;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a relay rests between two turns: the longer, the more the last one found, so that many
 * events share the cost of a claim and few do not wait for others.
 *
 * <p>A turn costs the server about the same whatever it finds; without rest a relay would come back
 * so soon that each finds three or four. For use by one thread.
 */
final class Breath {

  private static final long FOR_EACH = Duration.ofNanos(500_000).toNanos();
  private static final long LONGEST = Duration.ofMillis(4).toNanos();

  private long begun = System.nanoTime();
  private long rest;

  /** Waits until the next turn may begin. */
  void draw() {
    long due = begun + rest - System.nanoTime();
    if (due > 0) {
      LockSupport.parkNanos(this, due);
    }
    begun = System.nanoTime();
    rest = 0;
  }

  /** Has the next turn wait for as many events as this one found. */
  void found(int events) {
    rest = Math.min(LONGEST, events * FOR_EACH);
  }
}
