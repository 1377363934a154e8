package dev.hexwing.application.testkit.crash;

import java.time.Duration;

/**
 * What an exploration went through without a violation.
 *
 * @param runs how often the use case was run
 * @param points how many steps, or how many interleavings, were distinct
 * @param steps how many steps of the shop were made in all
 * @param took how long it took
 */
public record Explored(int runs, int points, long steps, Duration took) {

  /** Both together. */
  public Explored and(Explored other) {
    return new Explored(
        runs + other.runs, points + other.points, steps + other.steps, took.plus(other.took));
  }
}
