package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows the fleet, by name.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ListDrones {

  /**
   * One page; to go on, name the last drone of the page before.
   *
   * @param after only drones whose name comes after this one, if given
   * @param limit the most to show, 1 to 100
   */
  List<DroneSnapshot> list(Option<DroneId> after, int limit);
}
