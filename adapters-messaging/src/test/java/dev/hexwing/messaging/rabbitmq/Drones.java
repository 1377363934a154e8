package dev.hexwing.messaging.rabbitmq;

import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** Drones to which things happen, each one event. */
final class Drones {

  static final Occasion OCCASION =
      Occasion.of(Instant.parse("2026-01-01T12:00:00Z"), new CorrelationId("tap-1"));

  private Drones() {}

  private static Drone register(DroneId id) {
    return Drone.register(id, new DroneModel("Heron 2"), new PayloadCapacity(2000), OCCASION);
  }

  /** The first so many events of a drone. */
  static List<DroneEvent> life(String name, int events) {
    Drone drone = register(new DroneId(name));
    for (int i = 1; i < events; i++) {
      drone.clearMaintenance(OCCASION);
    }
    return List.copyOf(drone.drainEvents());
  }

  /** So many more events of a drone, each in a transaction of its own. */
  static void happen(InMemoryStore store, String name, int events) {
    DroneId id = new DroneId(name);
    for (int i = 0; i < events; i++) {
      store.execute(
          stores -> {
            Option<Drone> known = stores.drones().find(id);
            known.forEach(drone -> drone.clearMaintenance(OCCASION));
            stores.drones().save(known.getOrElse(() -> register(id)));
            return id;
          });
    }
  }
}
