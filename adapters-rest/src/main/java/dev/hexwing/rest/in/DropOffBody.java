package dev.hexwing.rest.in;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place as it is sent and received. */
record DropOffBody(
    @Required @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
    @Required @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude) {

  /** The place of an order; only after the annotations were found to hold. */
  dev.hexwing.domain.ordering.DropOff toOrdering() {
    return new dev.hexwing.domain.ordering.DropOff(
        Objects.requireNonNull(latitude), Objects.requireNonNull(longitude));
  }

  static DropOffBody of(dev.hexwing.domain.delivery.DropOff dropOff) {
    return new DropOffBody(dropOff.latitude(), dropOff.longitude());
  }
}
