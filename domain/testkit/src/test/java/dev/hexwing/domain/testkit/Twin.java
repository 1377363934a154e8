package dev.hexwing.domain.testkit;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Something that breaks an invariant on purpose; the testkit must find out.
 *
 * @param caughtBy the invariant that it breaks
 * @param lie what is wrong with it
 * @param stories what it does
 */
record Twin<T>(Invariant<T> caughtBy, String lie, Arbitrary<T> stories) {

  private static final int MOST_TRIES = 1_000;

  /** How many tries it took to find out; more than allowed if it was not found out. */
  int tries() {
    int[] tries = {0};
    JqwikSession.run(
        () -> {
          RandomGenerator<T> generator = stories.generator(MOST_TRIES);
          Random random = new Random(42);
          boolean caught = false;
          while (!caught && tries[0] <= MOST_TRIES) {
            tries[0]++;
            caught = caughtBy.violation(generator.next(random).value()).isDefined();
          }
        });
    return tries[0];
  }

  boolean isCaught() {
    return tries() <= MOST_TRIES;
  }

  @Override
  public String toString() {
    return caughtBy.name() + ": " + lie;
  }
}
