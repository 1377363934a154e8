package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Notes that a drone was looked after.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ClearMaintenance {

  /**
   * Clears it; a grounded drone is ready again.
   *
   * <p>Refusals: {@code DispatchRefusal.UnknownDrone}, {@code DroneRefusal.WrongStatus}.
   */
  Either<DomainError, DroneSnapshot> clear(Command command);

  /**
   * Which drone, and what about it.
   *
   * @param droneId the drone
   * @param correlationId the customer intent that it belongs to
   */
  record Command(DroneId droneId, CorrelationId correlationId) {}
}
