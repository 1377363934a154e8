package dev.hexwing.domain.shared;

import java.util.Objects;

/**
 * A record that is not an event this release knows: of a later release, or damaged.
 *
 * <p>Never skipped in silence: whoever reads it sets it aside or stops.
 */
public final class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnreadableEvent(String message) {
    super(message);
  }

  private UnreadableEvent(String message, Throwable cause) {
    super(message, cause);
  }

  /** A record of a type that this release does not know. */
  public static UnreadableEvent ofType(String type) {
    return new UnreadableEvent("unknown event type: " + Objects.requireNonNull(type, "type"));
  }

  /** A record of a known type in which a fact is missing or wrong. */
  public static UnreadableEvent unsound(EventRecord record, RuntimeException cause) {
    return new UnreadableEvent(
        record.metadata().eventId() + " is no sound " + record.type() + ": " + cause.getMessage(),
        cause);
  }
}
