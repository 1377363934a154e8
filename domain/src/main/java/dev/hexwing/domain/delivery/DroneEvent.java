package dev.hexwing.domain.delivery;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.EventMetadata;
import java.util.Objects;

/** What can happen to a drone. */
public sealed interface DroneEvent extends FlightEvent {

  /** The drone that it happened to. */
  DroneId droneId();

  /**
   * A drone joined the fleet, with maintenance cleared and its battery unknown.
   *
   * @param metadata what every event carries
   * @param droneId the drone
   * @param model what the maker calls it
   * @param capacity the heaviest parcel it can carry
   */
  record DroneRegistered(
      EventMetadata metadata, DroneId droneId, DroneModel model, PayloadCapacity capacity)
      implements DroneEvent {

    /** Refuses absent parts. */
    public DroneRegistered {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(droneId, "droneId");
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(capacity, "capacity");
    }
  }

  /**
   * A drone took off with a parcel.
   *
   * @param metadata what every event carries
   * @param droneId the drone
   * @param deliveryId the delivery it flies
   * @param orderId the order that is delivered
   */
  record DroneDispatched(
      EventMetadata metadata, DroneId droneId, DeliveryId deliveryId, OrderId orderId)
      implements DroneEvent {

    /** Refuses absent parts. */
    public DroneDispatched {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(droneId, "droneId");
      Objects.requireNonNull(deliveryId, "deliveryId");
      Objects.requireNonNull(orderId, "orderId");
    }
  }

  /**
   * A drone came home.
   *
   * @param metadata what every event carries
   * @param droneId the drone
   * @param flights flights since the last maintenance
   * @param maintenance whether it must be looked after now
   */
  record DroneReturned(
      EventMetadata metadata, DroneId droneId, int flights, Maintenance maintenance)
      implements DroneEvent {

    /** Refuses absent parts. */
    public DroneReturned {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(droneId, "droneId");
      Objects.requireNonNull(maintenance, "maintenance");
    }
  }

  /**
   * A drone was taken out of service.
   *
   * @param metadata what every event carries
   * @param droneId the drone
   * @param reason why
   */
  record DroneGrounded(EventMetadata metadata, DroneId droneId, Reason reason)
      implements DroneEvent {

    /** Refuses absent parts. */
    public DroneGrounded {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(droneId, "droneId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * A drone was looked after.
   *
   * @param metadata what every event carries
   * @param droneId the drone
   */
  record MaintenanceCleared(EventMetadata metadata, DroneId droneId) implements DroneEvent {

    /** Refuses absent parts. */
    public MaintenanceCleared {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(droneId, "droneId");
    }
  }

  /**
   * A drone in flight fell below its battery reserve.
   *
   * @param metadata what every event carries
   * @param droneId the drone
   * @param battery what is left
   */
  record DroneBatteryCritical(EventMetadata metadata, DroneId droneId, BatteryLevel battery)
      implements DroneEvent {

    /** Refuses absent parts. */
    public DroneBatteryCritical {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(droneId, "droneId");
      Objects.requireNonNull(battery, "battery");
    }
  }
}
