package dev.hexwing.domain.delivery;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.EventMetadata;
import java.util.Objects;

/** What can happen to a delivery. */
public sealed interface DeliveryEvent extends FlightEvent {

  /** The delivery that it happened to. */
  DeliveryId deliveryId();

  /** The order that is delivered. */
  OrderId orderId();

  /**
   * A parcel waits for a drone.
   *
   * @param metadata what every event carries
   * @param deliveryId the delivery
   * @param orderId the order that is delivered
   * @param parcel what is to be flown
   * @param attempt 1 for the first drone, one more for each after it
   */
  record DeliveryRequested(
      EventMetadata metadata, DeliveryId deliveryId, OrderId orderId, Parcel parcel, int attempt)
      implements DeliveryEvent {

    /** Refuses absent parts. */
    public DeliveryRequested {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(parcel, "parcel");
    }
  }

  /**
   * A parcel was set down at the customer's.
   *
   * @param metadata what every event carries
   * @param deliveryId the delivery
   * @param orderId the order that is delivered
   * @param droneId the drone that brought it
   */
  record DeliveryCompleted(
      EventMetadata metadata, DeliveryId deliveryId, OrderId orderId, DroneId droneId)
      implements DeliveryEvent {

    /** Refuses absent parts. */
    public DeliveryCompleted {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(droneId, "droneId");
    }
  }

  /**
   * A parcel did not arrive.
   *
   * @param metadata what every event carries
   * @param deliveryId the delivery
   * @param orderId the order that is delivered
   * @param droneId the drone that tried
   * @param reason why
   */
  record DeliveryFailed(
      EventMetadata metadata,
      DeliveryId deliveryId,
      OrderId orderId,
      DroneId droneId,
      Reason reason)
      implements DeliveryEvent {

    /** Refuses absent parts. */
    public DeliveryFailed {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(droneId, "droneId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * A parcel is not wanted any more, before a drone took off with it.
   *
   * @param metadata what every event carries
   * @param deliveryId the delivery
   * @param orderId the order that was to be delivered
   */
  record DeliveryCancelled(EventMetadata metadata, DeliveryId deliveryId, OrderId orderId)
      implements DeliveryEvent {

    /** Refuses absent parts. */
    public DeliveryCancelled {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(orderId, "orderId");
    }
  }
}
