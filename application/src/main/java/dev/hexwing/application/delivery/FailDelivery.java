package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Notes that a parcel did not arrive.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface FailDelivery {

  /**
   * Fails the delivery and turns its drone for home; another drone is asked soon after.
   *
   * <p>Refusals: {@code DispatchRefusal.UnknownDelivery}, {@code DeliveryRefusal.WrongStatus}.
   */
  Either<DomainError, DeliverySnapshot> fail(Command command);

  /**
   * Which delivery, and why.
   *
   * @param deliveryId the delivery
   * @param reason why
   * @param correlationId the customer intent that it belongs to
   */
  record Command(DeliveryId deliveryId, Reason reason, CorrelationId correlationId) {}
}
