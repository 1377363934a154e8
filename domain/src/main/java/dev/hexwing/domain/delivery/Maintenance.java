package dev.hexwing.domain.delivery;

/** Whether a drone has been looked after. */
public enum Maintenance {
  /** Looked after; may fly. */
  CLEARED,
  /** Must be looked after before it flies again. */
  DUE
}
