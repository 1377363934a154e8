package dev.hexwing.application.journey;

import java.time.Duration;

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
}
