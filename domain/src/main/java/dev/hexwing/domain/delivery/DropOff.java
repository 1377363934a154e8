package dev.hexwing.domain.delivery;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Where a drone sets the parcel down (WGS 84).
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 */
@ValueObject
public record DropOff(double latitude, double longitude) {

  /** Refuses a place that is not on Earth with {@link IllegalArgumentException}. */
  public DropOff {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("latitude must be -90 to 90: " + latitude);
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("longitude must be -180 to 180: " + longitude);
    }
  }
}
