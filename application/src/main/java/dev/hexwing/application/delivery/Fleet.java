package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import io.vavr.control.Option;
import java.util.List;

/** Drones, page by page. */
public interface Fleet {

  /**
   * Drones by name.
   *
   * @param after only drones whose name comes after this one, if given
   * @param limit the most to hand back, 1 to 101
   */
  List<DroneSnapshot> byName(Option<DroneId> after, int limit);
}
