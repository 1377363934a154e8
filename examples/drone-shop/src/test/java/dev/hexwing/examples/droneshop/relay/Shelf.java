package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.persistence.Persistence;
import dev.hexwing.persistence.PersistenceSettings;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Drones on the shelf, to which things happen, each one event; and what the database holds. */
final class Shelf implements AutoCloseable {

  private final PersistenceSettings settings;
  private final Persistence persistence;

  private Shelf(PersistenceSettings settings) {
    this.settings = settings;
    this.persistence = Persistence.open(settings);
  }

  /** Opens a database; new tables if there are none. */
  static Shelf open(PersistenceSettings settings) {
    Shelf shelf = new Shelf(settings);
    shelf.persistence.migrate();
    return shelf;
  }

  /** Quick to look and to try again. */
  static RelaySettings relay(int atOnce, Duration lease) {
    return relay(atOnce, lease, 50);
  }

  /** Quick to look and to try again, so many times. */
  static RelaySettings relay(int atOnce, Duration lease, int attempts) {
    return new RelaySettings(
        atOnce,
        Duration.ofMillis(40),
        lease,
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        attempts);
  }

  /** The drone as it is after one more event; a new one if it is not known. */
  static Drone next(Option<Drone> known, DroneId id, Instant moment) {
    Occasion occasion = Occasion.of(moment, new CorrelationId("tap-1"));
    known.forEach(drone -> drone.clearMaintenance(occasion));
    return known.getOrElse(
        () -> Drone.register(id, new DroneModel("Heron 2"), new PayloadCapacity(2000), occasion));
  }

  Persistence persistence() {
    return persistence;
  }

  UnitOfWork unitOfWork() {
    return persistence.unitOfWork();
  }

  PersistenceSettings settings() {
    return settings;
  }

  /** So many more events of a drone, each in a transaction of its own. */
  void happen(String name, int events) {
    for (int i = 0; i < events; i++) {
      happenAt(name, Instant.parse("2026-01-01T12:00:00Z"));
    }
  }

  /** One more event of a drone, dated by whoever's clock. */
  void happenAt(String name, Instant moment) {
    DroneId id = new DroneId(name);
    unitOfWork()
        .execute(
            stores -> {
              stores.drones().save(next(stores.drones().find(id), id, moment));
              return id;
            });
  }

  /** How many of a drone's events had their effect. */
  long effects(String name) {
    return unitOfWork()
        .read(
            stores ->
                stores
                    .drones()
                    .find(Tally.countOf(name))
                    .map(drone -> drone.storedVersion().value())
                    .getOrElse(0L));
  }

  /** How many of a drone's events are marked sent. */
  long sent(String name) {
    return number("select count(*) from outbox where aggregate_id = ? and state = 'SENT'", name);
  }

  /** How often an event was claimed. */
  long claims(String eventId) {
    return number("select token from outbox where event_id = ?", eventId);
  }

  /** As if its lease had run out. */
  void endLeaseOf(String consumer) {
    changeOne(
        "update consumer_starts set held_until = clock_timestamp() where consumer = ?", consumer);
  }

  /** As if its row had been damaged. */
  void tear(String eventId) {
    changeOne("update outbox set data = '{' where event_id = ?", eventId);
  }

  private void changeOne(String change, String name) {
    try (Connection connection = DriverManager.getConnection(settings.url());
        PreparedStatement statement = connection.prepareStatement(change)) {
      statement.setString(1, name);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException(name + " was never met");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitSent(String name, long events) {
    Await.until(name + " is sent", () -> sent(name) == events);
  }

  private long number(String query, String value) {
    try (Connection connection = DriverManager.getConnection(settings.url());
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    persistence.close();
  }
}
