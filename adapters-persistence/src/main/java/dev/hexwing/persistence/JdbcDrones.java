package dev.hexwing.persistence;

import dev.hexwing.application.delivery.Fleet;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** Drones in their table. */
final class JdbcDrones implements Drones, Fleet {

  private static final String FIND =
      "select " + DroneRow.COLUMNS + " from drones where drone_id = :droneId";

  private static final Contended<DroneRow> READY =
      new Contended<>(
          DroneRow.class,
          DroneRow.COLUMNS,
          "drones",
          """
          status = 'READY' and maintenance = 'CLEARED'
            and battery_percent >= :minimum and capacity_grams >= :grams
          """,
          "battery_percent desc, drone_id",
          "drone_id = :droneId",
          (query, drone) -> query.bind("droneId", drone.droneId()));

  private static final String BY_NAME =
      "select " + DroneRow.COLUMNS + " from drones order by drone_id limit :limit";

  private static final String BY_NAME_AFTER =
      "select "
          + DroneRow.COLUMNS
          + " from drones where drone_id > :after order by drone_id limit :limit";

  private static final String INSERT =
      "insert into drones (" + DroneRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      """
      update drones set battery_percent = ?, maintenance = ?, flights = ?, status = ?,
        delivery_id = ?, version = ?
      where drone_id = ? and version = ?
      """;

  private final JdbcTransaction transaction;

  JdbcDrones(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Drone> find(DroneId droneId) {
    return transaction.read(handle -> one(handle.createQuery(FIND).bind("droneId", droneId)));
  }

  @Override
  public Option<Drone> findReady(Parcel parcel, DispatchPolicy policy) {
    return Option.ofOptional(
        transaction
            .lockFirst(
                READY,
                query ->
                    query
                        .bind("minimum", policy.minimumBattery().percent())
                        .bind("grams", parcel.grams()),
                1)
            .stream()
            .findFirst()
            .map(DroneRow::toDomain)
            .map(Drone::reconstitute));
  }

  private static Option<Drone> one(Query query) {
    return Option.ofOptional(
        query.mapTo(DroneRow.class).findOne().map(DroneRow::toDomain).map(Drone::reconstitute));
  }

  @Override
  public void save(Drone drone) {
    Version expected = drone.storedVersion();
    DroneSnapshot snapshot = drone.snapshot();
    if (snapshot.version().equals(expected)) {
      return;
    }
    DroneRow row = DroneRow.from(snapshot);
    transaction.write(expected.equals(Version.NONE) ? insert(row) : update(row, expected));
    transaction.sendOff(drone.drainEvents());
  }

  private static Write insert(DroneRow row) {
    return Write.inserting(INSERT, Subject.DRONE, row.droneId())
        .text(row.droneId())
        .text(row.model())
        .count(row.capacityGrams())
        .count(row.batteryPercent())
        .text(row.maintenance())
        .count(row.flights())
        .text(row.status())
        .uuid(row.deliveryId())
        .number(row.version());
  }

  private static Write update(DroneRow row, Version expected) {
    return Write.changingOne(UPDATE, Subject.DRONE, row.droneId())
        .count(row.batteryPercent())
        .text(row.maintenance())
        .count(row.flights())
        .text(row.status())
        .uuid(row.deliveryId())
        .number(row.version())
        .text(row.droneId())
        .number(expected.value());
  }

  @Override
  public List<DroneSnapshot> byName(Option<DroneId> after, int limit) {
    return transaction.read(
        handle -> {
          Query query =
              after.isDefined()
                  ? handle.createQuery(BY_NAME_AFTER).bind("after", after.get())
                  : handle.createQuery(BY_NAME);
          return query.bind("limit", limit).mapTo(DroneRow.class).map(DroneRow::toDomain).list();
        });
  }
}
