package dev.hexwing.application.events;

import java.time.Duration;
import java.util.UUID;

/**
 * A message that was set aside for a person.
 *
 * @param id its name
 * @param message what was not taken, by whom, and why
 * @param state what it holds up
 * @param age how long ago it was set aside
 */
public record DeadLetter(UUID id, Undelivered message, State state, Duration age) {

  /** What a message that was set aside holds up. */
  public enum State {
    /** It failed; later events of its aggregate wait behind it, if it is known whose it is. */
    PARKED,
    /** It was never tried: it waits behind an earlier event of its aggregate. */
    WAITING,
    /** It failed and holds up nothing. */
    SKIPPED
  }
}
