package dev.hexwing.messaging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a relay rests between two turns: the longer, the more the last one found, so that many
 * events share the cost of a claim and few do not wait for others.
 *
 * <p>A turn has a cost of its own besides that of its events; without rest a relay would come back
 * so soon that each finds three or four. For use by one thread.
 */
final class Breath {

  private static final long FOR_EACH = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(4);

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
