package dev.hexwing.domain.delivery;

import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCancelled;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryFailed;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryRequested;
import dev.hexwing.domain.delivery.DroneEvent.DroneBatteryCritical;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.delivery.DroneEvent.DroneGrounded;
import dev.hexwing.domain.delivery.DroneEvent.DroneRegistered;
import dev.hexwing.domain.delivery.DroneEvent.DroneReturned;
import dev.hexwing.domain.delivery.DroneEvent.MaintenanceCleared;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.internal.Facts;
import dev.hexwing.domain.shared.internal.RecordReader;
import dev.hexwing.domain.shared.internal.Upcasts;
import java.util.Objects;
import java.util.Set;

/**
 * Drone and delivery events as records, and back, without loss.
 *
 * <pre>{@code
 * drone.drainEvents().forEach(event -> outbox.add(FlightRecords.toRecord(event)));
 * }</pre>
 *
 * <p>Stateless, and safe for use by any number of threads.
 */
public final class FlightRecords {

  /** What the names of this context's types begin with. */
  public static final String PREFIX = "dev.hexwing.delivery.";

  private static final String REGISTERED = PREFIX + "drone-registered.v1";
  private static final String DISPATCHED = PREFIX + "drone-dispatched.v1";
  private static final String RETURNED = PREFIX + "drone-returned.v1";
  private static final String GROUNDED = PREFIX + "drone-grounded.v1";
  private static final String CLEARED = PREFIX + "maintenance-cleared.v1";
  private static final String BATTERY_CRITICAL = PREFIX + "drone-battery-critical.v1";
  private static final String REQUESTED = PREFIX + "delivery-requested.v1";
  private static final String COMPLETED = PREFIX + "delivery-completed.v1";
  private static final String FAILED = PREFIX + "delivery-failed.v1";
  private static final String CANCELLED = PREFIX + "delivery-cancelled.v1";

  /** The stable names of all types of this context. */
  public static final Set<String> TYPES =
      Set.of(
          REGISTERED,
          DISPATCHED,
          RETURNED,
          GROUNDED,
          CLEARED,
          BATTERY_CRITICAL,
          REQUESTED,
          COMPLETED,
          FAILED,
          CANCELLED);

  private static final RecordReader<FlightEvent> READER =
      new RecordReader<>(Upcasts.none(), FlightRecords::read);

  private FlightRecords() {}

  /** The record of an event. */
  public static EventRecord toRecord(FlightEvent event) {
    Objects.requireNonNull(event, "event");
    return new EventRecord(type(event), facts(event).asMap(), event.metadata());
  }

  /**
   * The event of a record, of whatever version it is.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static FlightEvent toEvent(EventRecord record) {
    return READER.read(record);
  }

  /** The stable name of an event's type, such as {@code dev.hexwing.delivery.drone-returned.v1}. */
  public static String type(FlightEvent event) {
    Objects.requireNonNull(event, "event");
    return switch (event) {
      case DroneRegistered registered -> REGISTERED;
      case DroneDispatched dispatched -> DISPATCHED;
      case DroneReturned returned -> RETURNED;
      case DroneGrounded grounded -> GROUNDED;
      case MaintenanceCleared cleared -> CLEARED;
      case DroneBatteryCritical critical -> BATTERY_CRITICAL;
      case DeliveryRequested requested -> REQUESTED;
      case DeliveryCompleted completed -> COMPLETED;
      case DeliveryFailed failed -> FAILED;
      case DeliveryCancelled cancelled -> CANCELLED;
    };
  }

  private static Facts facts(FlightEvent event) {
    return switch (event) {
      case DroneEvent drone -> drone(drone);
      case DeliveryEvent delivery -> delivery(delivery);
    };
  }

  private static Facts drone(DroneEvent event) {
    Facts facts = Facts.none().with("droneId", event.droneId().value());
    return switch (event) {
      case DroneRegistered registered ->
          facts
              .with("model", registered.model().name())
              .with("capacityGrams", registered.capacity().grams());
      case DroneDispatched dispatched ->
          facts
              .with("deliveryId", dispatched.deliveryId().value())
              .with("orderId", dispatched.orderId().value());
      case DroneReturned returned ->
          facts
              .with("flights", returned.flights())
              .with("maintenance", returned.maintenance().name());
      case DroneGrounded grounded -> facts.with("reason", grounded.reason().text());
      case MaintenanceCleared cleared -> facts;
      case DroneBatteryCritical critical ->
          facts.with("batteryPercent", critical.battery().percent());
    };
  }

  private static Facts delivery(DeliveryEvent event) {
    Facts facts =
        Facts.none()
            .with("deliveryId", event.deliveryId().value())
            .with("orderId", event.orderId().value());
    return switch (event) {
      case DeliveryRequested requested ->
          facts
              .with("grams", requested.parcel().grams())
              .with("dropOff", place(requested.parcel().dropOff()).asMap())
              .with("attempt", requested.attempt());
      case DeliveryCompleted completed -> facts.with("droneId", completed.droneId().value());
      case DeliveryFailed failed ->
          facts.with("droneId", failed.droneId().value()).with("reason", failed.reason().text());
      case DeliveryCancelled cancelled -> facts;
    };
  }

  private static FlightEvent read(String type, EventMetadata metadata, Facts facts) {
    return switch (type) {
      case REGISTERED ->
          new DroneRegistered(
              metadata,
              drone(facts),
              new DroneModel(facts.text("model")),
              new PayloadCapacity(facts.count("capacityGrams")));
      case DISPATCHED -> new DroneDispatched(metadata, drone(facts), delivery(facts), order(facts));
      case RETURNED ->
          new DroneReturned(
              metadata,
              drone(facts),
              facts.count("flights"),
              Maintenance.valueOf(facts.text("maintenance")));
      case GROUNDED -> new DroneGrounded(metadata, drone(facts), reason(facts));
      case CLEARED -> new MaintenanceCleared(metadata, drone(facts));
      case BATTERY_CRITICAL ->
          new DroneBatteryCritical(
              metadata, drone(facts), new BatteryLevel(facts.count("batteryPercent")));
      case REQUESTED ->
          new DeliveryRequested(
              metadata,
              delivery(facts),
              order(facts),
              new Parcel(facts.whole("grams"), place(facts.nested("dropOff"))),
              facts.count("attempt"));
      case COMPLETED ->
          new DeliveryCompleted(metadata, delivery(facts), order(facts), drone(facts));
      case FAILED ->
          new DeliveryFailed(metadata, delivery(facts), order(facts), drone(facts), reason(facts));
      case CANCELLED -> new DeliveryCancelled(metadata, delivery(facts), order(facts));
      default -> throw UnreadableEvent.ofType(type);
    };
  }

  private static DroneId drone(Facts facts) {
    return new DroneId(facts.text("droneId"));
  }

  private static DeliveryId delivery(Facts facts) {
    return new DeliveryId(facts.uuid("deliveryId"));
  }

  private static OrderId order(Facts facts) {
    return new OrderId(facts.uuid("orderId"));
  }

  private static Reason reason(Facts facts) {
    return new Reason(facts.text("reason"));
  }

  private static Facts place(DropOff dropOff) {
    return Facts.none().with("latitude", dropOff.latitude()).with("longitude", dropOff.longitude());
  }

  private static DropOff place(Facts facts) {
    return new DropOff(facts.decimal("latitude"), facts.decimal("longitude"));
  }
}
