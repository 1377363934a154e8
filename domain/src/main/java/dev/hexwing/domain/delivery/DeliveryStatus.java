package dev.hexwing.domain.delivery;

/**
 * How far a delivery has come: {@code REQUESTED → DISPATCHED → COMPLETED}, {@code DISPATCHED →
 * FAILED → REQUESTED}.
 */
public enum DeliveryStatus {
  /** Waits for a drone. */
  REQUESTED,
  /** In the air. */
  DISPATCHED,
  /** Set down at the customer's. */
  COMPLETED,
  /** Did not arrive; another drone may try. */
  FAILED
}
