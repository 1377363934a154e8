package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.testkit.DeliveryCommand.Cancel;
import dev.hexwing.domain.testkit.DeliveryCommand.Complete;
import dev.hexwing.domain.testkit.DeliveryCommand.DispatchBy;
import dev.hexwing.domain.testkit.DeliveryCommand.Fail;
import dev.hexwing.domain.testkit.DeliveryCommand.RequestAgain;
import io.vavr.control.Option;
import java.util.List;

/** What a delivery must do: its answers, how far it comes, by which drone, at which attempt. */
public final class DeliveryModel implements Model<DeliveryCommand, DeliverySnapshot> {

  private DeliveryStatus status = DeliveryStatus.REQUESTED;
  private Option<DroneId> drone = Option.none();
  private int attempt = 1;

  /** The model of a delivery that was just requested. */
  public DeliveryModel() {}

  /** How far it has come by now. */
  public DeliveryStatus status() {
    return status;
  }

  /** Which drone's turn it is: 1 for the first. */
  public int attempt() {
    return attempt;
  }

  @Override
  public Option<String> refusal(DeliveryCommand command) {
    Option<String> refusal =
        switch (command) {
          case DispatchBy dispatch -> from(DeliveryStatus.DISPATCHED, DeliveryStatus.REQUESTED);
          case Complete complete -> from(DeliveryStatus.COMPLETED, DeliveryStatus.DISPATCHED);
          case Fail fail -> from(DeliveryStatus.FAILED, DeliveryStatus.DISPATCHED);
          case RequestAgain again -> from(DeliveryStatus.REQUESTED, DeliveryStatus.FAILED);
          case Cancel cancel ->
              from(DeliveryStatus.CANCELLED, DeliveryStatus.REQUESTED, DeliveryStatus.FAILED);
        };
    if (refusal.isEmpty()) {
      drone = command instanceof DispatchBy by ? Option.some(by.droneId()) : drone;
      attempt += command instanceof RequestAgain ? 1 : 0;
    }
    return refusal;
  }

  @Override
  public Option<String> difference(DeliverySnapshot state) {
    return state.status() == status && state.droneId().equals(drone) && state.attempt() == attempt
        ? Option.none()
        : Option.some("should be " + status + " by " + drone + " at attempt " + attempt);
  }

  private Option<String> from(DeliveryStatus next, DeliveryStatus... allowed) {
    if (!List.of(allowed).contains(status)) {
      return Option.some("delivery.wrong-status");
    }
    status = next;
    return Option.none();
  }
}
