package dev.hexwing.domain.delivery;

/** Where a drone is: {@code READY → DISPATCHED → RETURNING → READY}, or grounded. */
public enum DroneStatus {
  /** At home. */
  READY,
  /** On its way to a customer. */
  DISPATCHED,
  /** On its way home. */
  RETURNING,
  /** Taken out of service. */
  GROUNDED
}
