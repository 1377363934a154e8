package dev.hexwing.application.events;

import dev.hexwing.domain.shared.EventId;

/** An event that the broker will never take over as it is, such as one that is too large for it. */
public final class UnpublishableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An event, and what the broker says against it. */
  public UnpublishableEvent(EventId eventId, Throwable cause) {
    super(eventId + " cannot be published: " + cause.getMessage(), cause);
  }
}
