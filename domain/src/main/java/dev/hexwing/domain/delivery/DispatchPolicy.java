package dev.hexwing.domain.delivery;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What an operator asks of a drone before and during a flight.
 *
 * @param minimumBattery the least that may take off; exactly as much still flies
 * @param reserve below this a drone in flight is critical; at most the minimum to take off, so that
 *     no drone is critical before it flies
 * @param flightsBetweenMaintenance after so many flights maintenance is due, at least 1
 */
@ValueObject
public record DispatchPolicy(
    BatteryLevel minimumBattery, BatteryLevel reserve, int flightsBetweenMaintenance) {

  /** 20 % to take off, 10 % in reserve, maintenance after 50 flights. */
  public static final DispatchPolicy STANDARD =
      new DispatchPolicy(new BatteryLevel(20), new BatteryLevel(10), 50);

  /**
   * Refuses a reserve above the minimum, and a maintenance interval below one flight, with {@link
   * IllegalArgumentException}.
   */
  public DispatchPolicy {
    Objects.requireNonNull(minimumBattery, "minimumBattery");
    Objects.requireNonNull(reserve, "reserve");
    if (reserve.compareTo(minimumBattery) > 0) {
      throw new IllegalArgumentException(
          "reserve must not be above the minimum: " + reserve + " > " + minimumBattery);
    }
    if (flightsBetweenMaintenance < 1) {
      throw new IllegalArgumentException(
          "flightsBetweenMaintenance must be at least 1: " + flightsBetweenMaintenance);
    }
  }
}
