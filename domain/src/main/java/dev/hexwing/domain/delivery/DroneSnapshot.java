package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.Objects;

/**
 * All of a drone's state at one moment, to store it and to bring it back.
 *
 * @param droneId the drone
 * @param model what the maker calls it
 * @param capacity the heaviest parcel it can carry
 * @param battery what is left, once it has reported
 * @param maintenance whether it has been looked after
 * @param flights flights since the last maintenance
 * @param status where it is
 * @param deliveryId the delivery it flies, while it does
 * @param version how many changes it has lived through
 */
public record DroneSnapshot(
    DroneId droneId,
    DroneModel model,
    PayloadCapacity capacity,
    Option<BatteryLevel> battery,
    Maintenance maintenance,
    int flights,
    DroneStatus status,
    Option<DeliveryId> deliveryId,
    Version version) {

  /** Refuses absent parts. */
  public DroneSnapshot {
    Objects.requireNonNull(droneId, "droneId");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(capacity, "capacity");
    Objects.requireNonNull(battery, "battery");
    Objects.requireNonNull(maintenance, "maintenance");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(deliveryId, "deliveryId");
    Objects.requireNonNull(version, "version");
  }
}
