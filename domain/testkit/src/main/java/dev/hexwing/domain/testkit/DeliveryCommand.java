package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryRefusal;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;

/** What a delivery can be asked to do. */
public sealed interface DeliveryCommand extends Command<Delivery> {

  @Override
  Either<DeliveryRefusal, ?> carryOut(Delivery delivery);

  /**
   * {@link Delivery#dispatch}.
   *
   * @param droneId by which drone
   */
  record DispatchBy(DroneId droneId) implements DeliveryCommand {
    @Override
    public Either<DeliveryRefusal, ?> carryOut(Delivery delivery) {
      return delivery.dispatch(droneId);
    }
  }

  /**
   * {@link Delivery#complete}.
   *
   * @param occasion when and why
   */
  record Complete(Occasion occasion) implements DeliveryCommand {
    @Override
    public Either<DeliveryRefusal, ?> carryOut(Delivery delivery) {
      return delivery.complete(occasion);
    }
  }

  /**
   * {@link Delivery#fail}.
   *
   * @param reason why
   * @param occasion when and why
   */
  record Fail(Reason reason, Occasion occasion) implements DeliveryCommand {
    @Override
    public Either<DeliveryRefusal, ?> carryOut(Delivery delivery) {
      return delivery.fail(reason, occasion);
    }
  }

  /**
   * {@link Delivery#requestAgain}.
   *
   * @param occasion when and why
   */
  record RequestAgain(Occasion occasion) implements DeliveryCommand {
    @Override
    public Either<DeliveryRefusal, ?> carryOut(Delivery delivery) {
      return delivery.requestAgain(occasion);
    }
  }

  /**
   * {@link Delivery#cancel}.
   *
   * @param occasion when and why
   */
  record Cancel(Occasion occasion) implements DeliveryCommand {
    @Override
    public Either<DeliveryRefusal, ?> carryOut(Delivery delivery) {
      return delivery.cancel(occasion);
    }
  }
}
