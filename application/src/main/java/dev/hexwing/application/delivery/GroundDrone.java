package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes a drone out of service.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface GroundDrone {

  /**
   * Grounds it; one that is with a parcel turns for home, and its delivery fails, so that another
   * drone may try.
   *
   * <p>Refusals: {@code DispatchRefusal.UnknownDrone}, {@code DroneRefusal.WrongStatus}.
   */
  Either<DomainError, DroneSnapshot> ground(Command command);

  /**
   * Which drone, and what about it.
   *
   * @param droneId the drone
   * @param reason why
   * @param correlationId the customer intent that it belongs to
   */
  record Command(DroneId droneId, Reason reason, CorrelationId correlationId) {}
}
