package dev.hexwing.domain.testkit;

import net.jqwik.api.statistics.Statistics;

/** Makes a property fail that never met the cases it is about. */
final class Cases {

  private static final int USUAL_TRIES = 300;
  private static final int TRIES = Integer.getInteger("jqwik.tries.default", USUAL_TRIES);

  private Cases() {}

  /**
   * Counts the case at hand; in the end each expected one must have come so often.
   *
   * <p>With fewer tries than usual nothing is expected: a mutation run asks what a few can find.
   */
  static void met(String label, int atLeast, Object actual, Object... expected) {
    Statistics.label(label).collect(actual);
    if (TRIES < USUAL_TRIES) {
      return;
    }
    Statistics.label(label)
        .coverage(
            coverage -> {
              for (Object one : expected) {
                coverage.check(one).count(count -> count >= atLeast);
              }
            });
  }
}
