package dev.hexwing.domain.delivery;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.EventMetadata;

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
      implements DeliveryEvent {}

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
      implements DeliveryEvent {}

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
      implements DeliveryEvent {}

  /**
   * A parcel is not wanted any more, before a drone took off with it.
   *
   * @param metadata what every event carries
   * @param deliveryId the delivery
   * @param orderId the order that was to be delivered
   */
  record DeliveryCancelled(EventMetadata metadata, DeliveryId deliveryId, OrderId orderId)
      implements DeliveryEvent {}
}
