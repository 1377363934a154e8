package dev.hexwing.domain.ordering;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Where the customer wants the goods (WGS 84).
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 */
@ValueObject
public record DropOff(double latitude, double longitude) {

  /** Refuses a place that is not on Earth with {@link IllegalArgumentException}. */
  public DropOff {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("latitude must be -90 to 90: " + latitude);
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("longitude must be -180 to 180: " + longitude);
    }
  }
}
