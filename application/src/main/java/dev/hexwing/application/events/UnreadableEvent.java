package dev.hexwing.application.events;

/**
 * A record that is not an event this release knows: of a later release, or damaged.
 *
 * <p>Never skipped in silence: whoever reads it sets it aside or stops.
 */
public final class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableEvent(String message) {
    super(message);
  }

  UnreadableEvent(String message, Throwable cause) {
    super(message, cause);
  }
}
