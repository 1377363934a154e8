package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Maintenance;
import dev.hexwing.domain.testkit.DroneCommand.ClearMaintenance;
import dev.hexwing.domain.testkit.DroneCommand.Dispatch;
import dev.hexwing.domain.testkit.DroneCommand.Ground;
import dev.hexwing.domain.testkit.DroneCommand.ReportBattery;
import dev.hexwing.domain.testkit.DroneCommand.ReturnHome;
import dev.hexwing.domain.testkit.DroneCommand.TurnHome;
import io.vavr.control.Option;

/** What a drone must do, written down a second time, as plainly as can be. */
final class FlightModel {

  private static final String DONE = "done";
  private static final int UNKNOWN = -1;

  private final int capacity;
  private DroneStatus status = DroneStatus.READY;
  private Option<DeliveryId> flying = Option.none();
  private int battery = UNKNOWN;
  private int flights;
  private boolean due;
  private boolean warned;

  FlightModel(int capacity) {
    this.capacity = capacity;
  }

  DroneStatus status() {
    return status;
  }

  Option<DeliveryId> flying() {
    return flying;
  }

  int flights() {
    return flights;
  }

  Maintenance maintenance() {
    return due ? Maintenance.DUE : Maintenance.CLEARED;
  }

  boolean inTheAir() {
    return status == DroneStatus.DISPATCHED || status == DroneStatus.RETURNING;
  }

  /** Carries a command out, and tells the code of the refusal, "done", or "critical". */
  String answer(DroneCommand command) {
    return switch (command) {
      case Dispatch dispatch -> dispatched(dispatch);
      case TurnHome turn -> turnedHome();
      case ReturnHome home -> returned(home);
      case Ground ground -> grounded(ground);
      case ClearMaintenance clear -> cleared();
      case ReportBattery report -> reported(report);
    };
  }

  private String dispatched(Dispatch dispatch) {
    if (status == DroneStatus.GROUNDED) {
      return "drone.grounded";
    }
    if (inTheAir()) {
      return "drone.already-dispatched";
    }
    if (battery == UNKNOWN) {
      return "drone.battery-unknown";
    }
    if (battery < dispatch.policy().minimumBattery().percent()) {
      return "drone.battery-too-low";
    }
    if (due) {
      return "drone.maintenance-due";
    }
    if (dispatch.parcel().grams() > capacity) {
      return "drone.parcel-too-heavy";
    }
    status = DroneStatus.DISPATCHED;
    flying = Option.some(dispatch.deliveryId());
    flights++;
    warned = false;
    return DONE;
  }

  private String turnedHome() {
    if (status != DroneStatus.DISPATCHED) {
      return "drone.wrong-status";
    }
    status = DroneStatus.RETURNING;
    flying = Option.none();
    return DONE;
  }

  private String returned(ReturnHome home) {
    if (status != DroneStatus.RETURNING) {
      return "drone.wrong-status";
    }
    status = due ? DroneStatus.GROUNDED : DroneStatus.READY;
    count(home.policy());
    return DONE;
  }

  private String grounded(Ground ground) {
    if (status == DroneStatus.GROUNDED) {
      return "drone.wrong-status";
    }
    if (status == DroneStatus.DISPATCHED) {
      status = DroneStatus.RETURNING;
      flying = Option.none();
      due = true;
      return DONE;
    }
    status = DroneStatus.GROUNDED;
    count(ground.policy());
    return DONE;
  }

  private void count(DispatchPolicy policy) {
    due = due || flights >= policy.flightsBetweenMaintenance();
  }

  private String cleared() {
    if (inTheAir()) {
      return "drone.wrong-status";
    }
    status = DroneStatus.READY;
    due = false;
    flights = 0;
    return DONE;
  }

  private String reported(ReportBattery report) {
    battery = report.level().percent();
    boolean low = battery < report.policy().reserve().percent();
    boolean critical = inTheAir() && low && !warned;
    warned = low;
    return critical ? "critical" : DONE;
  }
}
