package dev.hexwing.domain.notification;

/**
 * Whether a subscriber hears of anything: {@code ACTIVE ⇄ PAUSED}, and from both to {@code LEFT}.
 */
public enum SubscriberStatus {
  /** Gets what it asked for. */
  ACTIVE,
  /** Failed too often in a row; gets nothing until it is resumed. */
  PAUSED,
  /** Wants nothing any more, for ever. */
  LEFT
}
