package dev.hexwing.persistence;

import dev.hexwing.application.Ids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562): by time, so that new rows lie beside each other in an index.
 *
 * <p>Within one process each is greater than the one before, even when the clock is set back: 48
 * bits of milliseconds and 12 bits of a fraction (section 6.2, method 3) only ever grow. The other
 * 62 bits are random. Safe for use by any number of threads.
 */
public final class TimeOrderedIds implements Ids {

  private static final int FRACTION_BITS = 12;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  /** Names by the clock given. */
  public TimeOrderedIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public UUID next() {
    long now = ticks(clock.instant());
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    return new UUID(
        (tick >>> FRACTION_BITS) << 16 | VERSION_7 | (tick & FRACTION),
        VARIANT | (random.nextLong() & RANDOM));
  }

  private static long ticks(Instant now) {
    long nano = now.getNano();
    long millis =
        Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000L), nano / NANOS_PER_MILLI);
    long fraction = (nano % NANOS_PER_MILLI << FRACTION_BITS) / NANOS_PER_MILLI;
    return millis << FRACTION_BITS | fraction;
  }
}
