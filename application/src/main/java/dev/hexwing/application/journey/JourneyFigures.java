package dev.hexwing.application.journey;

import java.time.Duration;
import java.util.List;

/** Reckons a summary from what a store has counted, the same for every store. */
public final class JourneyFigures {

  private JourneyFigures() {}

  /**
   * The summary of so many journeys.
   *
   * <p>Percentiles are by the nearest rank: the least time that at least so many customers waited
   * at most; zero if nobody has seen a confirmation.
   *
   * @param tapToSeen of each customer who saw the confirmation, how long that took, in any order;
   *     times below zero, from a clock that was set back, count as zero
   */
  public static JourneySummary summary(
      long journeys, long confirmed, long delivered, List<Duration> tapToSeen) {
    List<Duration> sorted =
        tapToSeen.stream().map(time -> time.isNegative() ? Duration.ZERO : time).sorted().toList();
    long within =
        sorted.stream().filter(time -> time.compareTo(JourneySummary.OBJECTIVE) <= 0).count();
    return new JourneySummary(
        journeys,
        confirmed,
        sorted.size(),
        delivered,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        sorted.isEmpty() ? 1 : (double) within / sorted.size());
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.get(rank - 1);
  }
}
