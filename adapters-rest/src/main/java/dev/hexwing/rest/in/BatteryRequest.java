package dev.hexwing.rest.in;

import dev.hexwing.domain.delivery.BatteryLevel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A drone's word on its battery. */
record BatteryRequest(@Required @Min(0) @Max(100) @Nullable Integer percent) {

  /**
   * The level.
   *
   * @throws RequestRefused if it is none
   */
  BatteryLevel level() {
    Fields.check(this).refuseIfAny();
    return new BatteryLevel(Objects.requireNonNull(percent));
  }
}
