package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A consumer that counts each drone's events, by one step in the life of a drone of its own; an
 * event that comes before an earlier one of its aggregate is refused.
 */
final class Tally implements EventConsumer {

  private static final String PREFIX = "T-";

  private final EffectOnce effect;
  private final Consumer<DomainEvent> before;
  private final Consumer<DomainEvent> after;
  private final List<String> delivered = new CopyOnWriteArrayList<>();

  Tally(UnitOfWork unitOfWork, Consumer<DomainEvent> before, Consumer<DomainEvent> after) {
    this.effect = new EffectOnce(unitOfWork);
    this.before = before;
    this.after = after;
  }

  static Tally of(UnitOfWork unitOfWork) {
    return new Tally(unitOfWork, event -> {}, event -> {});
  }

  /** The drone whose life is the count of another's events. */
  static DroneId countOf(String aggregateId) {
    return new DroneId(PREFIX + aggregateId);
  }

  @Override
  public String name() {
    return "test.tally";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return !event.aggregateId().startsWith(PREFIX);
  }

  @Override
  public void on(DomainEvent event) {
    delivered.add(event.eventId().value());
    before.accept(event);
    effect.of(name(), event.eventId(), stores -> count(stores, event));
    after.accept(event);
  }

  private static long count(Stores stores, DomainEvent event) {
    DroneId id = countOf(event.aggregateId());
    Option<Drone> known = stores.drones().find(id);
    long counted = known.map(drone -> drone.storedVersion().value()).getOrElse(0L);
    if (counted + 1 < event.version().value()) {
      throw new IllegalStateException(event.eventId() + " came when there had been " + counted);
    }
    stores.drones().save(Shelf.next(known, id, event.occurredAt()));
    return counted + 1;
  }

  /** The events in the order in which they came, repetitions among them. */
  List<String> delivered() {
    return List.copyOf(delivered);
  }

  /** The same of one aggregate. */
  List<String> delivered(String aggregateId) {
    return delivered.stream().filter(id -> id.startsWith(aggregateId + "/")).toList();
  }
}
