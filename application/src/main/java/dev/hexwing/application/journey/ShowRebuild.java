package dev.hexwing.application.journey;

import io.vavr.control.Option;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Shows how far a rebuild of the journeys is; safe for use by any number of threads. */
@PrimaryPort
public interface ShowRebuild {

  /** The latest rebuild, whichever node works at it; none if there never was one. */
  Option<JourneyRebuild> latest();
}
