package dev.hexwing.domain.notification;

/** How far a notification has come: {@code PENDING → DELIVERED}, {@code PENDING ⇄ ABANDONED}. */
public enum NotificationStatus {
  /** Is to be sent, for the first time or again. */
  PENDING,
  /** The subscriber has it. */
  DELIVERED,
  /** Is not sent any more, unless a person says so. */
  ABANDONED
}
