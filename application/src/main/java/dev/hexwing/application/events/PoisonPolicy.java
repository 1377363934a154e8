package dev.hexwing.application.events;

/** What becomes of an event that a consumer could not take, however often it was tried. */
public enum PoisonPolicy {
  /**
   * The event is set aside, and every later event of its aggregate waits behind it until somebody
   * has it resumed. For consumers whose effects build on one another, such as those of payments.
   */
  PARK_KEY,
  /** The event is set aside for the record, and the consumer goes on with the next. */
  SKIP_WITH_AUDIT
}
