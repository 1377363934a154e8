package dev.hexwing.domain.shared;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Names the event that caused another one.
 *
 * @param cause the causing event
 */
@ValueObject
public record CausationId(EventId cause) {

  /** Refuses an absent cause. */
  public CausationId {
    Objects.requireNonNull(cause, "cause");
  }

  @Override
  public String toString() {
    return cause.value();
  }
}
