package dev.hexwing.examples.sandbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deals the injected faults out, one to each request in the order of arrival: the same seed and the
 * same order give the same faults. Thread-safe.
 */
final class Faults {

  /** What happens to one request; at most one of these. */
  enum Kind {
    NONE,
    DROP_BEFORE,
    DROP_AFTER,
    ERROR_BEFORE,
    ERROR_DURING,
    ERROR_AFTER
  }

  /** The fault of one request: its kind, and how long it is held up. */
  record Fault(Kind kind, Duration delay) {}

  /** How one notice travels: how often, and how long it is held back. */
  record Journey(int copies, Duration delay) {}

  /** The faults in force; {@code dealt} counts the requests that met each kind. */
  record State(
      FaultSpec spec,
      long seed,
      AtomicLong requests,
      AtomicLong notices,
      Map<Kind, AtomicLong> dealt) {
    static State of(FaultSpec spec, long seed) {
      Map<Kind, AtomicLong> dealt = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        dealt.put(kind, new AtomicLong());
      }
      return new State(spec, seed, new AtomicLong(), new AtomicLong(), dealt);
    }
  }

  private volatile State state;

  Faults(FaultSpec spec, long seed) {
    this.state = State.of(spec, seed);
  }

  State state() {
    return state;
  }

  /** Replaces the faults in force and starts counting anew. */
  void change(FaultSpec spec, long seed) {
    state = State.of(spec, seed);
  }

  Duration notFoundLag() {
    return state.spec().notFoundLag();
  }

  Fault next() {
    State now = state;
    long request = now.requests().getAndIncrement();
    SplittableRandom random = new SplittableRandom(now.seed() * 0x9E3779B97F4A7C15L + request);
    Kind kind = kind(now.spec(), random.nextDouble());
    boolean slow = random.nextDouble() < now.spec().slow();
    count(now, kind);
    return new Fault(kind, slow ? now.spec().slowBy() : Duration.ZERO);
  }

  /** What becomes of the next notice; dealt apart from requests, which have their own order. */
  Journey nextNotice() {
    State now = state;
    long notice = now.notices().getAndIncrement();
    SplittableRandom random = new SplittableRandom(now.seed() * 0xD1B54A32D192ED03L + notice);
    boolean twice = random.nextDouble() < now.spec().noticeTwice();
    boolean late = random.nextDouble() < now.spec().noticeLate();
    return new Journey(twice ? 2 : 1, late ? now.spec().noticeLateBy() : Duration.ZERO);
  }

  private static void count(State now, Kind kind) {
    AtomicLong count = now.dealt().get(kind);
    if (count != null) {
      count.incrementAndGet();
    }
  }

  private static Kind kind(FaultSpec spec, double point) {
    double edge = spec.dropBefore();
    if (point < edge) {
      return Kind.DROP_BEFORE;
    }
    edge += spec.dropAfter();
    if (point < edge) {
      return Kind.DROP_AFTER;
    }
    edge += spec.errorBefore();
    if (point < edge) {
      return Kind.ERROR_BEFORE;
    }
    edge += spec.errorDuring();
    if (point < edge) {
      return Kind.ERROR_DURING;
    }
    edge += spec.errorAfter();
    return point < edge ? Kind.ERROR_AFTER : Kind.NONE;
  }
}
