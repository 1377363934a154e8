package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Notes that a parcel was set down at the customer's.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface CompleteDelivery {

  /**
   * Completes the delivery and turns its drone for home.
   *
   * <p>Refusals: {@code DispatchRefusal.UnknownDelivery}, {@code DeliveryRefusal.WrongStatus}.
   */
  Either<DomainError, DeliverySnapshot> complete(Command command);

  /**
   * Which delivery.
   *
   * @param deliveryId the delivery
   * @param correlationId the customer intent that it belongs to
   */
  record Command(DeliveryId deliveryId, CorrelationId correlationId) {}
}
