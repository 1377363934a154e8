package dev.hexwing.domain.shared;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The name of one event for ever: its aggregate and the version it made, as {@code A47/3}.
 *
 * <p>Two writers that race for the same version of an aggregate compute the same id, and the store
 * keeps one of them; a consumer that meets an id twice has met one event twice.
 *
 * @param value 3 to 200 characters
 */
@ValueObject
public record EventId(String value) {

  /** Refuses text that is no event id with {@link IllegalArgumentException}. */
  public EventId {
    Objects.requireNonNull(value, "value");
    if (value.length() < 3 || value.length() > 200 || value.indexOf('/') < 1) {
      throw new IllegalArgumentException("not an event id: " + value);
    }
  }

  /** The id of the event that brought the aggregate to the version. */
  public static EventId of(String aggregateId, Version version) {
    return new EventId(aggregateId + "/" + version);
  }

  @Override
  public String toString() {
    return value;
  }
}
