package dev.hexwing.application.idempotency;

/** How far an intent has come. */
public enum KeyState {
  /** Somebody is carrying it out, or died doing so. */
  RUNNING,
  /** Its outcome is unknown and will be looked into. */
  OPEN,
  /** Its outcome is known for good. */
  FINISHED,
  /** Its outcome is unknown and a person must look into it. */
  NEEDS_ATTENTION,
  /** Its outcome was known for good; what was answered is deleted, and the key stays used. */
  EXPIRED
}
