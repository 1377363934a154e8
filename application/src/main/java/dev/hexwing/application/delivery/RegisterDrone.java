package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes a drone into the fleet.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface RegisterDrone {

  /**
   * Registers it: maintenance cleared, battery unknown until it reports.
   *
   * <p>Refusal: {@code DispatchRefusal.DroneExists}.
   */
  Either<DomainError, DroneSnapshot> register(Command command);

  /**
   * Which drone, and what about it.
   *
   * @param droneId the drone
   * @param model what the maker calls it
   * @param capacity the heaviest parcel it can carry
   * @param correlationId the customer intent that it belongs to
   */
  record Command(
      DroneId droneId, DroneModel model, PayloadCapacity capacity, CorrelationId correlationId) {}
}
