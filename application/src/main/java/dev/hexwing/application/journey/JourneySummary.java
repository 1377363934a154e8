package dev.hexwing.application.journey;

import java.time.Duration;
import java.util.List;

/**
 * Figures over the latest journeys.
 *
 * @param journeys how many there are
 * @param confirmed how many had their charge confirmed
 * @param seen how many customers said that they saw it
 * @param delivered how many have their goods
 * @param p50 half of the customers saw the confirmation within this time from their tap
 * @param p95 95 % did
 * @param p99 99 % did
 * @param withinObjective share of seen journeys within the objective, 0 to 1; 1 if none was seen
 */
public record JourneySummary(
    long journeys,
    long confirmed,
    long seen,
    long delivered,
    Duration p50,
    Duration p95,
    Duration p99,
    double withinObjective) {

  /** From tap to confirmation seen: 99 % within two seconds. */
  public static final Duration OBJECTIVE = Duration.ofSeconds(2);

  /** The share of journeys that must be within the objective. */
  public static final double TARGET = 0.99;

  /** Whether the objective is met. */
  public boolean met() {
    return withinObjective >= TARGET;
  }

  /**
   * Reckons the figures from what a store has counted, the same for every store.
   *
   * <p>Percentiles are by the nearest rank: the least time that at least so many customers waited
   * at most; zero if nobody has seen a confirmation.
   *
   * @param tapToSeen of each customer who saw the confirmation, how long that took, in any order;
   *     times below zero, from a clock that was set back, count as zero
   */
  public static JourneySummary of(
      long journeys, long confirmed, long delivered, List<Duration> tapToSeen) {
    List<Duration> sorted =
        tapToSeen.stream().map(time -> time.isNegative() ? Duration.ZERO : time).sorted().toList();
    long within = sorted.stream().filter(time -> time.compareTo(OBJECTIVE) <= 0).count();
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
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }
}
