package dev.hexwing.domain.shared;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * How many changes an aggregate has lived through: 0 before the first, then one more with each.
 *
 * <p>Events of one aggregate are ordered by it, and a write names the version it expects to find.
 *
 * @param value the count, never negative
 */
@ValueObject
public record Version(long value) implements Comparable<Version> {

  /** The version of something that was never stored. */
  public static final Version NONE = new Version(0);

  /** Refuses a negative count with {@link IllegalArgumentException}. */
  public Version {
    if (value < 0) {
      throw new IllegalArgumentException("version must not be negative: " + value);
    }
  }

  /**
   * The version after one more change.
   *
   * @throws ArithmeticException after the largest {@code long}
   */
  public Version next() {
    if (value == Long.MAX_VALUE) {
      throw new ArithmeticException("no version follows " + value);
    }
    return new Version(value + 1);
  }

  @Override
  public int compareTo(Version other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
