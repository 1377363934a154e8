package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import io.vavr.control.Option;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows one drone.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface FindDrone {

  /** The drone as it is now; none if there is none of that name. */
  Option<DroneSnapshot> find(DroneId droneId);
}
