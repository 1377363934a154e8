package dev.hexwing.application;

import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.ordering.OrderStatus;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The figures that the front page shows; may be a second old. */
@SecondaryPort
public interface ShopFigures {

  /** The figures now. */
  Figures now();

  /**
   * How many of what.
   *
   * @param orders orders by status; statuses without any are left out
   * @param payments payments by their latest outcome, in events' words: how many were requested,
   *     confirmed, declined, withdrawn, left unknown at some time, refunded
   * @param drones drones by status; statuses without any are left out
   */
  record Figures(
      Map<OrderStatus, Long> orders, Map<String, Long> payments, Map<DroneStatus, Long> drones) {}
}
