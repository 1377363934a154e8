package dev.hexwing.rest.in;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import org.jspecify.annotations.Nullable;

/** A drone as it is sent. */
record DroneBody(
    String droneId,
    String model,
    int capacityGrams,
    @Nullable Integer batteryPercent,
    Maintenance maintenance,
    DroneStatus status,
    @Nullable String deliveryId) {

  static DroneBody of(DroneSnapshot drone) {
    return new DroneBody(
        drone.droneId().value(),
        drone.model().name(),
        drone.capacity().grams(),
        drone.battery().map(BatteryLevel::percent).getOrNull(),
        drone.maintenance(),
        drone.status(),
        drone.deliveryId().map(DeliveryId::toString).getOrNull());
  }
}
