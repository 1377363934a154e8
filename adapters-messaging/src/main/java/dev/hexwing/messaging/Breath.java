package dev.hexwing.messaging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a relay rests between two turns: the longer, the more the last one found, so that many
 * events share the cost of a claim and few do not wait for others.
 *
 * <p>A turn has a cost of its own besides that of its events; without rest a relay would come back
 * so soon that each finds three or four. A rest is at most twice the one before: where events keep
 * coming it grows, and what piled up once, behind a slow disk say, is no reason to have the next
 * event wait. For use by one thread.
 */
final class Breath {

  private static final long FOR_EACH = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(12);

  private long begun = System.nanoTime();
  private long rest;
  private long lastRest;

  /** Waits until the next turn may begin. */
  void draw() {
    long due = begun + rest - System.nanoTime();
    if (due > 0) {
      LockSupport.parkNanos(this, due);
    }
    begun = System.nanoTime();
    lastRest = rest;
    rest = 0;
  }

  /**
   * Has the next turn wait for as many events as this one found; tells how long, in nanoseconds.
   */
  long found(int events) {
    long wanted = Math.min(LONGEST, events * FOR_EACH);
    rest = Math.min(wanted, Math.max(FOR_EACH, 2 * lastRest));
    return rest;
  }
}
