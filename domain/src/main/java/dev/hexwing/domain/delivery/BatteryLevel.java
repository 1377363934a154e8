package dev.hexwing.domain.delivery;

import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What is left in a battery, in whole percent.
 *
 * @param percent 0 to 100
 */
@ValueObject
public record BatteryLevel(int percent) implements Comparable<BatteryLevel> {

  /** Refuses other figures with {@link IllegalArgumentException}. */
  public BatteryLevel {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("battery level must be 0 to 100 percent: " + percent);
    }
  }

  @Override
  public int compareTo(BatteryLevel other) {
    return Integer.compare(percent, other.percent);
  }

  @Override
  public String toString() {
    return percent + " %";
  }
}
