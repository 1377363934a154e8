package dev.hexwing.application;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Shows the state of the shop at a glance; safe for use by any number of threads. */
@PrimaryPort
public interface ShowDashboard {

  /** The shop now; may be a second old. */
  Dashboard show();
}
