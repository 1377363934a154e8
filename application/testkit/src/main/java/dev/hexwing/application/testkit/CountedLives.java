package dev.hexwing.application.testkit;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A consumer whose effects a store can count: of each drone's events it makes as many in the life
 * of a drone of its own. One that comes before an earlier one of its aggregate took effect is
 * noted.
 */
final class CountedLives implements EventConsumer {

  private static final String PREFIX = "T-";

  private final UnitOfWork unitOfWork;
  private final EffectOnce effect;
  private final Beginning beginning;
  private final PoisonPolicy policy;
  private final Consumer<DomainEvent> before;
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final List<String> disorder = new CopyOnWriteArrayList<>();

  CountedLives(
      UnitOfWork unitOfWork,
      Beginning beginning,
      PoisonPolicy policy,
      Consumer<DomainEvent> before) {
    this.unitOfWork = unitOfWork;
    this.effect = new EffectOnce(unitOfWork);
    this.beginning = beginning;
    this.policy = policy;
    this.before = before;
  }

  /** Has one more thing happen to a drone; the first is that it is there. */
  static void happen(Stores stores, DroneId id) {
    Occasion occasion = Occasion.of(Given.MOMENT, new CorrelationId("tap-1"));
    Option<Drone> known = stores.drones().find(id);
    known.forEach(drone -> drone.clearMaintenance(occasion));
    stores
        .drones()
        .save(
            known.getOrElse(
                () ->
                    Drone.register(
                        id, new DroneModel("Heron 2"), new PayloadCapacity(2_000), occasion)));
  }

  @Override
  public String name() {
    return "test.counted-lives";
  }

  @Override
  public PoisonPolicy poisonPolicy() {
    return policy;
  }

  @Override
  public Option<Beginning> beginning() {
    return Option.some(beginning);
  }

  @Override
  public boolean wants(DomainEvent event) {
    return !event.aggregateId().startsWith(PREFIX);
  }

  @Override
  public void on(DomainEvent event) {
    before.accept(event);
    delivered.add(event.eventId().value());
    effect.of(name(), event.eventId(), stores -> count(stores, event));
  }

  private DomainEvent count(Stores stores, DomainEvent event) {
    DroneId id = new DroneId(PREFIX + event.aggregateId());
    long counted = version(stores, id);
    if (counted + 1 != event.version().value()) {
      disorder.add(event.eventId() + " after " + counted);
    }
    happen(stores, id);
    return event;
  }

  private static long version(Stores stores, DroneId id) {
    return stores.drones().find(id).map(drone -> drone.storedVersion().value()).getOrElse(0L);
  }

  /** How many events of a drone took effect. */
  long effects(String name) {
    return unitOfWork.read(stores -> version(stores, new DroneId(PREFIX + name)));
  }

  /** What it was brought, repetitions among it. */
  List<String> delivered() {
    return List.copyOf(delivered);
  }

  /** What took effect out of turn. */
  List<String> disorder() {
    return List.copyOf(disorder);
  }
}
