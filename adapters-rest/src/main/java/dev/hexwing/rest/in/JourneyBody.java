package dev.hexwing.rest.in;

import dev.hexwing.application.journey.JourneySummary;

/** How long customers waited, as it is sent. */
record JourneyBody(
    long journeys,
    long confirmed,
    long seen,
    long delivered,
    TapToSeen tapToSeen,
    Objective objective) {

  record TapToSeen(long p50Ms, long p95Ms, long p99Ms) {}

  record Objective(long withinMs, double target, double share, boolean met) {}

  static JourneyBody of(JourneySummary summary) {
    return new JourneyBody(
        summary.journeys(),
        summary.confirmed(),
        summary.seen(),
        summary.delivered(),
        new TapToSeen(summary.p50().toMillis(), summary.p95().toMillis(), summary.p99().toMillis()),
        new Objective(
            JourneySummary.OBJECTIVE.toMillis(),
            JourneySummary.TARGET,
            summary.withinObjective(),
            summary.met()));
  }
}
