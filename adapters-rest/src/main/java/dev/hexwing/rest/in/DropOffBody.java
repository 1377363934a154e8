package dev.hexwing.rest.in;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place as it is sent and received. */
record DropOffBody(
    @Required
        @DecimalMin(value = "-90", message = DropOffBody.LATITUDE)
        @DecimalMax(value = "90", message = DropOffBody.LATITUDE)
        @Nullable Double latitude,
    @Required
        @DecimalMin(value = "-180", message = DropOffBody.LONGITUDE)
        @DecimalMax(value = "180", message = DropOffBody.LONGITUDE)
        @Nullable Double longitude) {

  private static final String LATITUDE = "must be -90 to 90";
  private static final String LONGITUDE = "must be -180 to 180";

  /** The place of an order; only after the annotations were found to hold. */
  dev.hexwing.domain.ordering.DropOff toOrdering() {
    return new dev.hexwing.domain.ordering.DropOff(
        Objects.requireNonNull(latitude), Objects.requireNonNull(longitude));
  }

  static DropOffBody of(dev.hexwing.domain.delivery.DropOff dropOff) {
    return new DropOffBody(dropOff.latitude(), dropOff.longitude());
  }
}
