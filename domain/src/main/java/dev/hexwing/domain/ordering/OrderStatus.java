package dev.hexwing.domain.ordering;

/** How far an order has come: {@code PLACED → PAID → DISPATCHED → DELIVERED}, or cancelled. */
public enum OrderStatus {
  /** Placed, and not paid. */
  PLACED,
  /** Paid in full. */
  PAID,
  /** On its way. */
  DISPATCHED,
  /** With the customer. */
  DELIVERED,
  /** Called off before it was dispatched. */
  CANCELLED
}
