package dev.hexwing.domain.delivery;

import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCancelled;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryFailed;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryRequested;
import dev.hexwing.domain.delivery.DeliveryRefusal.WrongStatus;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A delivery: one parcel of one order on its way, by one drone at a time.
 *
 * <p>{@code REQUESTED → DISPATCHED → COMPLETED}, and {@code DISPATCHED → FAILED → REQUESTED} for
 * another drone, and {@code REQUESTED|FAILED → CANCELLED}. Not safe for use by several threads:
 * each loads its own.
 *
 * <pre>{@code
 * Delivery delivery = Delivery.request(id, orderId, parcel, occasion);
 * delivery.dispatch(drone.id());
 * delivery.complete(later);
 * }</pre>
 */
@AggregateRoot
public final class Delivery {

  @Identity private final DeliveryId deliveryId;
  private final OrderId orderId;
  private final Parcel parcel;
  private final CorrelationId correlationId;
  private final Changes<DeliveryEvent> changes;
  private DeliveryStatus status;
  private Option<DroneId> droneId;
  private int attempt;

  private Delivery(DeliverySnapshot state) {
    this.deliveryId = state.deliveryId();
    this.orderId = state.orderId();
    this.parcel = state.parcel();
    this.correlationId = state.correlationId();
    this.status = state.status();
    this.droneId = state.droneId();
    this.attempt = state.attempt();
    this.changes = Changes.since(deliveryId.toString(), state.version());
  }

  /** Asks for a drone for a parcel. */
  public static Delivery request(
      DeliveryId deliveryId, OrderId orderId, Parcel parcel, Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    Delivery delivery =
        new Delivery(
            new DeliverySnapshot(
                deliveryId,
                orderId,
                parcel,
                DeliveryStatus.REQUESTED,
                Option.none(),
                1,
                occasion.correlationId(),
                Version.NONE));
    delivery.recordRequested(1, occasion);
    return delivery;
  }

  /**
   * Brings a stored delivery back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no delivery's: a bug or a damaged store
   */
  public static Delivery reconstitute(DeliverySnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    boolean flown =
        switch (snapshot.status()) {
          case REQUESTED -> snapshot.attempt() > 1;
          case DISPATCHED, COMPLETED, FAILED -> true;
          case CANCELLED -> snapshot.droneId().isDefined();
        };
    if (flown != snapshot.droneId().isDefined()
        || snapshot.attempt() < 1
        || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException("not a delivery's state: " + snapshot);
    }
    return new Delivery(snapshot);
  }

  /** Hands the parcel to a drone; the drone's own event tells the world. */
  public Either<DeliveryRefusal, DeliveryStatus> dispatch(DroneId drone) {
    Objects.requireNonNull(drone, "drone");
    if (status != DeliveryStatus.REQUESTED) {
      return Either.left(new WrongStatus("dispatch", status));
    }
    changes.recordSilently();
    status = DeliveryStatus.DISPATCHED;
    droneId = Option.some(drone);
    return Either.right(status);
  }

  /** Notes that the parcel was set down at the customer's. */
  public Either<DeliveryRefusal, DeliveryCompleted> complete(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != DeliveryStatus.DISPATCHED) {
      return Either.left(new WrongStatus("complete", status));
    }
    DeliveryCompleted completed =
        changes.record(
            new DeliveryCompleted(changes.next(occasion), deliveryId, orderId, droneId.get()));
    status = DeliveryStatus.COMPLETED;
    return Either.right(completed);
  }

  /** Notes that the parcel did not arrive. */
  public Either<DeliveryRefusal, DeliveryFailed> fail(Reason reason, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    if (status != DeliveryStatus.DISPATCHED) {
      return Either.left(new WrongStatus("fail", status));
    }
    DeliveryFailed failed =
        changes.record(
            new DeliveryFailed(changes.next(occasion), deliveryId, orderId, droneId.get(), reason));
    status = DeliveryStatus.FAILED;
    return Either.right(failed);
  }

  /** Asks for another drone after a failure. */
  public Either<DeliveryRefusal, DeliveryRequested> requestAgain(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != DeliveryStatus.FAILED) {
      return Either.left(new WrongStatus("request again", status));
    }
    DeliveryRequested requested = recordRequested(Math.addExact(attempt, 1), occasion);
    status = DeliveryStatus.REQUESTED;
    attempt++;
    return Either.right(requested);
  }

  /** Gives up a delivery that no drone is flying, because its order was called off. */
  public Either<DeliveryRefusal, DeliveryCancelled> cancel(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != DeliveryStatus.REQUESTED && status != DeliveryStatus.FAILED) {
      return Either.left(new WrongStatus("cancel", status));
    }
    DeliveryCancelled cancelled =
        changes.record(new DeliveryCancelled(changes.next(occasion), deliveryId, orderId));
    status = DeliveryStatus.CANCELLED;
    return Either.right(cancelled);
  }

  private DeliveryRequested recordRequested(int ordinal, Occasion occasion) {
    return changes.record(
        new DeliveryRequested(changes.next(occasion), deliveryId, orderId, parcel, ordinal));
  }

  /** The name of the delivery. */
  public DeliveryId id() {
    return deliveryId;
  }

  /** The order that is delivered. */
  public OrderId orderId() {
    return orderId;
  }

  /** What is flown. */
  public Parcel parcel() {
    return parcel;
  }

  /** How far it has come. */
  public DeliveryStatus status() {
    return status;
  }

  /** The drone that flies it, or flew it last. */
  public Option<DroneId> droneId() {
    return droneId;
  }

  /** The customer intent that asked for it first. */
  public CorrelationId correlationId() {
    return correlationId;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the delivery was read, once. */
  public List<DeliveryEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public DeliverySnapshot snapshot() {
    return new DeliverySnapshot(
        deliveryId, orderId, parcel, status, droneId, attempt, correlationId, changes.current());
  }
}
