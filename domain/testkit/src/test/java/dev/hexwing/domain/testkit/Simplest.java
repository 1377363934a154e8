package dev.hexwing.domain.testkit;

import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Finds a value that fails, and shrinks it as far as it goes: what a reader of a report sees. */
final class Simplest {

  private static final int TRIES = 1_000;
  private static final int STEPS = 2_000;

  private Simplest() {}

  static <T> T failing(Arbitrary<T> values, long seed, Predicate<T> fails) {
    RandomGenerator<T> generator = values.generator(TRIES);
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      Shrinkable<T> found = generator.next(random);
      if (fails.test(found.value())) {
        return shrunk(found, fails);
      }
    }
    throw new AssertionError("nothing failed");
  }

  private static <T> T shrunk(Shrinkable<T> found, Predicate<T> fails) {
    Shrinkable<T> best = found;
    for (int i = 0; i < STEPS; i++) {
      Shrinkable<T> from = best;
      Optional<Shrinkable<T>> simpler =
          from.shrink()
              .filter(one -> one.compareTo(from) < 0 && fails.test(one.value()))
              .findFirst();
      if (simpler.isEmpty()) {
        return best.value();
      }
      best = simpler.get();
    }
    return best.value();
  }
}
