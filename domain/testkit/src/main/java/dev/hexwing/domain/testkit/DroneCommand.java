package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;

/** What a drone can be asked to do. */
public sealed interface DroneCommand extends Command<Drone> {

  @Override
  Either<DroneRefusal, ?> carryOut(Drone drone);

  /**
   * {@link Drone#dispatch}.
   *
   * @param deliveryId the delivery
   * @param orderId its order
   * @param parcel what is flown
   * @param policy what the operator asks
   * @param occasion when and why
   */
  record Dispatch(
      DeliveryId deliveryId,
      OrderId orderId,
      Parcel parcel,
      DispatchPolicy policy,
      Occasion occasion)
      implements DroneCommand {
    @Override
    public Either<DroneRefusal, ?> carryOut(Drone drone) {
      return drone.dispatch(deliveryId, orderId, parcel, policy, occasion);
    }
  }

  /** {@link Drone#turnHome}. */
  record TurnHome() implements DroneCommand {
    @Override
    public Either<DroneRefusal, ?> carryOut(Drone drone) {
      return drone.turnHome();
    }
  }

  /**
   * {@link Drone#returnHome}.
   *
   * @param policy what the operator asks
   * @param occasion when and why
   */
  record ReturnHome(DispatchPolicy policy, Occasion occasion) implements DroneCommand {
    @Override
    public Either<DroneRefusal, ?> carryOut(Drone drone) {
      return drone.returnHome(policy, occasion);
    }
  }

  /**
   * {@link Drone#ground}.
   *
   * @param reason why
   * @param policy what the operator asks
   * @param occasion when and why
   */
  record Ground(Reason reason, DispatchPolicy policy, Occasion occasion) implements DroneCommand {
    @Override
    public Either<DroneRefusal, ?> carryOut(Drone drone) {
      return drone.ground(reason, policy, occasion);
    }
  }

  /**
   * {@link Drone#clearMaintenance}.
   *
   * @param occasion when and why
   */
  record ClearMaintenance(Occasion occasion) implements DroneCommand {
    @Override
    public Either<DroneRefusal, ?> carryOut(Drone drone) {
      return drone.clearMaintenance(occasion);
    }
  }

  /**
   * {@link Drone#reportBattery}, which never refuses; the answer holds the event, if one came.
   *
   * @param level what is left
   * @param policy what the operator asks
   * @param occasion when and why
   */
  record ReportBattery(BatteryLevel level, DispatchPolicy policy, Occasion occasion)
      implements DroneCommand {
    @Override
    public Either<DroneRefusal, ?> carryOut(Drone drone) {
      return Either.right(drone.reportBattery(level, policy, occasion));
    }
  }
}
