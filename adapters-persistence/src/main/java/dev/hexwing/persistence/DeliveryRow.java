package dev.hexwing.persistence;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DropOff;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as it stands in the table. */
record DeliveryRow(
    UUID deliveryId,
    UUID orderId,
    long grams,
    double latitude,
    double longitude,
    String status,
    @Nullable String droneId,
    int attempt,
    String correlationId,
    long version) {

  static final String COLUMNS =
      """
      delivery_id, order_id, grams, latitude, longitude, status, drone_id, attempt,
      correlation_id, version
      """;

  static DeliveryRow from(DeliverySnapshot delivery) {
    return new DeliveryRow(
        delivery.deliveryId().value(),
        delivery.orderId().value(),
        delivery.parcel().grams(),
        delivery.parcel().dropOff().latitude(),
        delivery.parcel().dropOff().longitude(),
        delivery.status().name(),
        delivery.droneId().map(DroneId::value).getOrNull(),
        delivery.attempt(),
        delivery.correlationId().value(),
        delivery.version().value());
  }

  static DeliveryRow read(ResultSet row) throws SQLException {
    return new DeliveryRow(
        Columns.uuid(row, "delivery_id"),
        Columns.uuid(row, "order_id"),
        row.getLong("grams"),
        row.getDouble("latitude"),
        row.getDouble("longitude"),
        Columns.text(row, "status"),
        Columns.textIfAny(row, "drone_id"),
        row.getInt("attempt"),
        Columns.text(row, "correlation_id"),
        row.getLong("version"));
  }

  DeliverySnapshot toDomain() {
    return new DeliverySnapshot(
        new DeliveryId(deliveryId),
        new OrderId(orderId),
        new Parcel(grams, new DropOff(latitude, longitude)),
        DeliveryStatus.valueOf(status),
        Option.of(droneId).map(DroneId::new),
        attempt,
        new CorrelationId(correlationId),
        new Version(version));
  }
}
