package dev.hexwing.domain.delivery;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.Objects;

/**
 * All of a delivery's state at one moment, to store it and to bring it back.
 *
 * @param deliveryId the delivery
 * @param orderId the order that is delivered
 * @param parcel what is flown
 * @param status how far it has come
 * @param droneId the drone that flies it, or flew it last
 * @param attempt 1 for the first drone, one more for each after it
 * @param correlationId the customer intent that asked for it first
 * @param version how many changes it has lived through
 */
public record DeliverySnapshot(
    DeliveryId deliveryId,
    OrderId orderId,
    Parcel parcel,
    DeliveryStatus status,
    Option<DroneId> droneId,
    int attempt,
    CorrelationId correlationId,
    Version version) {

  /** Refuses absent parts. */
  public DeliverySnapshot {
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(parcel, "parcel");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(droneId, "droneId");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(version, "version");
  }
}
