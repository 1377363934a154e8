package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.DomainError;

/** What a drone says no to, and why. */
public sealed interface DroneRefusal extends DomainError {

  /** The drone is out of service. */
  record Grounded() implements DroneRefusal {
    @Override
    public String code() {
      return "drone.grounded";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the drone is grounded";
    }
  }

  /**
   * The drone is in the air.
   *
   * @param status where it is
   */
  record AlreadyDispatched(DroneStatus status) implements DroneRefusal {
    @Override
    public String code() {
      return "drone.already-dispatched";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the drone is " + status;
    }
  }

  /** The drone has not reported its battery yet. */
  record BatteryUnknown() implements DroneRefusal {
    @Override
    public String code() {
      return "drone.battery-unknown";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the drone must report its battery before it flies";
    }
  }

  /**
   * Too little in the battery to take off.
   *
   * @param battery what is left
   * @param minimum what is needed
   */
  record BatteryTooLow(BatteryLevel battery, BatteryLevel minimum) implements DroneRefusal {
    @Override
    public String code() {
      return "drone.battery-too-low";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the battery is at " + battery + ", at least " + minimum + " is needed";
    }
  }

  /** The drone must be looked after first. */
  record MaintenanceDue() implements DroneRefusal {
    @Override
    public String code() {
      return "drone.maintenance-due";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "maintenance is due";
    }
  }

  /**
   * More than the drone can carry.
   *
   * @param capacity what it can carry
   * @param parcel what was asked
   */
  record ParcelTooHeavy(PayloadCapacity capacity, Parcel parcel) implements DroneRefusal {
    @Override
    public String code() {
      return "drone.parcel-too-heavy";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "the drone carries " + capacity.grams() + " g, not " + parcel.grams() + " g";
    }
  }

  /**
   * The command does not fit where the drone is.
   *
   * @param command what was asked
   * @param status where it is
   */
  record WrongStatus(String command, DroneStatus status) implements DroneRefusal {
    @Override
    public String code() {
      return "drone.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " a drone that is " + status;
    }
  }
}
