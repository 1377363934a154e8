package dev.hexwing.application.journey;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows how long customers waited.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ShowJourneys {

  /** Figures over the latest journeys. */
  JourneySummary summary();
}
