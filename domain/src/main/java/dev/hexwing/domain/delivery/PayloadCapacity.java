package dev.hexwing.domain.delivery;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The heaviest parcel that a drone can carry.
 *
 * @param grams 1 to 1,000,000
 */
@ValueObject
public record PayloadCapacity(int grams) {

  /** The largest capacity: a tonne. */
  public static final int MOST = 1_000_000;

  /** Refuses other weights with {@link IllegalArgumentException}. */
  public PayloadCapacity {
    if (grams < 1 || grams > MOST) {
      throw new IllegalArgumentException("capacity must be 1 to 1000000 grams: " + grams);
    }
  }

  /** Whether a parcel is not too heavy. */
  public boolean carries(Parcel parcel) {
    Objects.requireNonNull(parcel, "parcel");
    return parcel.grams() <= grams;
  }
}
