package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes a drone's word on its battery.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ReportBattery {

  /**
   * Notes the level; a waiting parcel may be dispatched because of it.
   *
   * <p>Refusal: {@code DispatchRefusal.UnknownDrone}.
   */
  Either<DomainError, DroneSnapshot> report(Command command);

  /**
   * Which drone, and what about it.
   *
   * @param droneId the drone
   * @param level what is left
   * @param correlationId the customer intent that it belongs to
   */
  record Command(DroneId droneId, BatteryLevel level, CorrelationId correlationId) {}
}
