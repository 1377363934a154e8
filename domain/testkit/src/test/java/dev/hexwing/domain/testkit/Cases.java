package dev.hexwing.domain.testkit;

import net.jqwik.api.statistics.Statistics;

/** Makes a property fail that never met the cases it is about. */
final class Cases {

  private Cases() {}

  /** Counts the case at hand; in the end each expected one must have come so often. */
  static void met(String label, int atLeast, Object actual, Object... expected) {
    Statistics.label(label).collect(actual);
    Statistics.label(label)
        .coverage(
            coverage -> {
              for (Object one : expected) {
                coverage.check(one).count(count -> count >= atLeast);
              }
            });
  }
}
