package dev.hexwing.persistence;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A drone as it stands in the table. */
record DroneRow(
    String droneId,
    String model,
    int capacityGrams,
    @Nullable Integer batteryPercent,
    String maintenance,
    int flights,
    String status,
    @Nullable UUID deliveryId,
    long version) {

  static final String COLUMNS =
      """
      drone_id, model, capacity_grams, battery_percent, maintenance, flights, status, delivery_id,
      version
      """;

  static DroneRow from(DroneSnapshot drone) {
    return new DroneRow(
        drone.droneId().value(),
        drone.model().name(),
        drone.capacity().grams(),
        drone.battery().map(BatteryLevel::percent).getOrNull(),
        drone.maintenance().name(),
        drone.flights(),
        drone.status().name(),
        drone.deliveryId().map(DeliveryId::value).getOrNull(),
        drone.version().value());
  }

  static DroneRow read(ResultSet row) throws SQLException {
    return new DroneRow(
        Columns.text(row, "drone_id"),
        Columns.text(row, "model"),
        row.getInt("capacity_grams"),
        Columns.countIfAny(row, "battery_percent"),
        Columns.text(row, "maintenance"),
        row.getInt("flights"),
        Columns.text(row, "status"),
        Columns.uuidIfAny(row, "delivery_id"),
        row.getLong("version"));
  }

  DroneSnapshot toDomain() {
    return new DroneSnapshot(
        new DroneId(droneId),
        new DroneModel(model),
        new PayloadCapacity(capacityGrams),
        Option.of(batteryPercent).map(BatteryLevel::new),
        Maintenance.valueOf(maintenance),
        flights,
        DroneStatus.valueOf(status),
        Option.of(deliveryId).map(DeliveryId::new),
        new Version(version));
  }
}
