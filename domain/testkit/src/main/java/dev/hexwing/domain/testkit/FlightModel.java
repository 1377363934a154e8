package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.testkit.DroneCommand.ClearMaintenance;
import dev.hexwing.domain.testkit.DroneCommand.Dispatch;
import dev.hexwing.domain.testkit.DroneCommand.Ground;
import dev.hexwing.domain.testkit.DroneCommand.ReportBattery;
import dev.hexwing.domain.testkit.DroneCommand.ReturnHome;
import dev.hexwing.domain.testkit.DroneCommand.TurnHome;
import io.vavr.control.Option;

/**
 * What a drone must do: its answers, where it is, its flights, and when it must be looked after.
 */
public final class FlightModel implements Model<DroneCommand, DroneSnapshot> {
  private static final int UNKNOWN = -1;

  private final int capacity;
  private DroneStatus status = DroneStatus.READY;
  private Option<DeliveryId> flying = Option.none();
  private int battery = UNKNOWN;
  private int flights;
  private boolean due;
  private boolean warned;
  private int warnings;

  /** The model of a drone that carries so many grams, just registered. */
  public FlightModel(int capacity) {
    this.capacity = capacity;
  }

  /** Where it is by now. */
  public DroneStatus status() {
    return status;
  }

  /** How often it must have warned of its battery so far. */
  public int warnings() {
    return warnings;
  }

  private boolean inTheAir() {
    return status == DroneStatus.DISPATCHED || status == DroneStatus.RETURNING;
  }

  @Override
  public Option<String> difference(DroneSnapshot state) {
    Maintenance maintenance = due ? Maintenance.DUE : Maintenance.CLEARED;
    if (state.status() != status) {
      return Option.some("status should be " + status);
    }
    if (state.flights() != flights || state.maintenance() != maintenance) {
      return Option.some(flights + " flights, maintenance " + maintenance + " should be noted");
    }
    if (state.battery().map(BatteryLevel::percent).getOrElse(UNKNOWN) != battery) {
      return Option.some("battery should be " + battery);
    }
    return Rules.brokenIf(!state.deliveryId().equals(flying), "flying should be " + flying);
  }

  @Override
  public Option<String> refusal(DroneCommand command) {
    return switch (command) {
      case Dispatch dispatch -> dispatched(dispatch);
      case TurnHome turn -> turnedHome();
      case ReturnHome home -> returned(home);
      case Ground ground -> grounded(ground);
      case ClearMaintenance clear -> cleared();
      case ReportBattery report -> reported(report);
    };
  }

  private Option<String> dispatched(Dispatch dispatch) {
    if (status == DroneStatus.GROUNDED) {
      return Option.some("drone.grounded");
    }
    if (inTheAir()) {
      return Option.some("drone.already-dispatched");
    }
    if (battery == UNKNOWN) {
      return Option.some("drone.battery-unknown");
    }
    if (battery < dispatch.policy().minimumBattery().percent()) {
      return Option.some("drone.battery-too-low");
    }
    if (due) {
      return Option.some("drone.maintenance-due");
    }
    if (dispatch.parcel().grams() > capacity) {
      return Option.some("drone.parcel-too-heavy");
    }
    status = DroneStatus.DISPATCHED;
    flying = Option.some(dispatch.deliveryId());
    flights++;
    warned = false;
    return Option.none();
  }

  private Option<String> turnedHome() {
    if (status != DroneStatus.DISPATCHED) {
      return Option.some("drone.wrong-status");
    }
    status = DroneStatus.RETURNING;
    flying = Option.none();
    return Option.none();
  }

  private Option<String> returned(ReturnHome home) {
    if (status != DroneStatus.RETURNING) {
      return Option.some("drone.wrong-status");
    }
    status = due ? DroneStatus.GROUNDED : DroneStatus.READY;
    count(home.policy());
    return Option.none();
  }

  private Option<String> grounded(Ground ground) {
    if (status == DroneStatus.GROUNDED) {
      return Option.some("drone.wrong-status");
    }
    if (status == DroneStatus.DISPATCHED) {
      status = DroneStatus.RETURNING;
      flying = Option.none();
      due = true;
      return Option.none();
    }
    status = DroneStatus.GROUNDED;
    count(ground.policy());
    return Option.none();
  }

  private void count(DispatchPolicy policy) {
    due = due || flights >= policy.flightsBetweenMaintenance();
  }

  private Option<String> cleared() {
    if (inTheAir()) {
      return Option.some("drone.wrong-status");
    }
    status = DroneStatus.READY;
    due = false;
    flights = 0;
    return Option.none();
  }

  private Option<String> reported(ReportBattery report) {
    battery = report.level().percent();
    boolean low = battery < report.policy().reserve().percent();
    warnings += inTheAir() && low && !warned ? 1 : 0;
    warned = low;
    return Option.none();
  }
}
