package dev.hexwing.application.store;

import java.util.Objects;

/**
 * Another transaction was there first, so nothing of this one was kept.
 *
 * <p>Expected under concurrency: the caller reads again and decides anew.
 */
public final class WriteConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What two transactions wanted to write. */
  public enum Subject {
    /** An order at one version. */
    ORDER,
    /** A payment at one version. */
    PAYMENT,
    /** A drone at one version. */
    DRONE,
    /** A delivery at one version, or an order's only delivery. */
    DELIVERY,
    /** An idempotency key, new or at one fencing token. */
    KEY,
    /** An order's only open payment. */
    OPEN_PAYMENT,
    /** One event for one consumer. */
    INBOX,
    /** A consumer that starts from the beginning: new once, and fed by who holds it. */
    START,
    /** The rebuild of a projection: one at a time, and only by who holds it. */
    REBUILD,
    /** The store gave this transaction up in favour of another, as after a deadlock. */
    TRANSACTION
  }

  private final Subject subject;

  /** Names what was contended and, for a person, which one. */
  public WriteConflict(Subject subject, String which) {
    super(Objects.requireNonNull(subject, "subject") + " " + which + " was written by another");
    this.subject = subject;
  }

  /** What was contended. */
  public Subject subject() {
    return subject;
  }
}
