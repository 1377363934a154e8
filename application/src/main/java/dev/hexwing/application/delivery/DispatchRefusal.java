package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Option;

/** What delivery's use cases refuse beside what drones and deliveries refuse themselves. */
public sealed interface DispatchRefusal extends DomainError {

  /**
   * No drone of that name.
   *
   * @param droneId the name
   */
  record UnknownDrone(DroneId droneId) implements DispatchRefusal {
    @Override
    public String code() {
      return "drone.unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no drone " + droneId;
    }
  }

  /**
   * A drone of that name is in the fleet.
   *
   * @param droneId the name
   */
  record DroneExists(DroneId droneId) implements DispatchRefusal {
    @Override
    public String code() {
      return "drone.exists";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "drone " + droneId + " is in the fleet already";
    }

    @Override
    public Option<String> field() {
      return Option.of("droneId");
    }
  }

  /**
   * No delivery of that name.
   *
   * @param deliveryId the name
   */
  record UnknownDelivery(DeliveryId deliveryId) implements DispatchRefusal {
    @Override
    public String code() {
      return "delivery.unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no delivery " + deliveryId;
    }
  }
}
