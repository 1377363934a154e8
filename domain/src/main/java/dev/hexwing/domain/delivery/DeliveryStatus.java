package dev.hexwing.domain.delivery;

/**
 * How far a delivery has come: {@code REQUESTED → DISPATCHED → COMPLETED}, {@code DISPATCHED →
 * FAILED → REQUESTED}, {@code REQUESTED|FAILED → CANCELLED}.
 */
public enum DeliveryStatus {
  /** Waits for a drone. */
  REQUESTED,
  /** In the air. */
  DISPATCHED,
  /** Set down at the customer's. */
  COMPLETED,
  /** Did not arrive; another drone may try. */
  FAILED,
  /** Not wanted any more, before a drone took off with it. */
  CANCELLED
}
