package dev.hexwing.rest.in;

import dev.hexwing.application.delivery.RegisterDrone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.control.Option;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A drone that is to join the fleet. */
record RegisterDroneRequest(
    @Required @Nullable String droneId,
    @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        @Nullable String model,
    @Required @Min(1) @Max(PayloadCapacity.MOST) @Nullable Integer capacityGrams) {

  /**
   * Which drone.
   *
   * @throws RequestRefused if anything in it is wrong
   */
  RegisterDrone.Command command(CorrelationId correlationId) {
    Fields fields = Fields.check(this);
    Option<DroneId> id = fields.read("droneId", droneId, DroneId::of);
    fields.refuseIfAny();
    return new RegisterDrone.Command(
        id.get(),
        new DroneModel(Objects.requireNonNull(model)),
        new PayloadCapacity(Objects.requireNonNull(capacityGrams)),
        correlationId);
  }
}
