package dev.hexwing.application.events;

import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Tells how far consumers have come that start from the beginning of history. */
@PrimaryPort
public interface ShowConsumerStarts {

  /** Those of this shop that asked for the beginning and were met, by name; the live among them. */
  List<ConsumerStart> show();
}
