package dev.hexwing.application.testkit;

import dev.hexwing.application.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names that count up from one, the same in every run; shaped like UUIDs of version 7.
 *
 * <p>Safe for use by any number of threads.
 */
public final class SequentialIds implements Ids {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong last;

  /** Names from one on. */
  public SequentialIds() {
    this(0);
  }

  /** Names after a number, to keep several sources apart. */
  public SequentialIds(long after) {
    this.last = new AtomicLong(after);
  }

  @Override
  public UUID next() {
    long number = last.incrementAndGet();
    return new UUID(number << 16 | VERSION_7, VARIANT | number);
  }
}
