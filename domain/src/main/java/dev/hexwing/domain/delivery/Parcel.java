package dev.hexwing.domain.delivery;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What is to be flown, and where to.
 *
 * @param grams weight, at least 1
 * @param dropOff where it is set down
 */
@ValueObject
public record Parcel(long grams, DropOff dropOff) {

  /** Refuses a weight below one gram with {@link IllegalArgumentException}. */
  public Parcel {
    Objects.requireNonNull(dropOff, "dropOff");
    if (grams < 1) {
      throw new IllegalArgumentException("a parcel weighs at least 1 gram: " + grams);
    }
  }
}
