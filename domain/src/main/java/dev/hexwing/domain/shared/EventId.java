package dev.hexwing.domain.shared;

import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The name of one event for ever: its aggregate and the version it made, as {@code A47/3}.
 *
 * <p>Two writers that race for the same version of an aggregate compute the same id, and the store
 * keeps one of them; a consumer that meets an id twice has met one event twice. What somebody else
 * tells us has its teller in place of the aggregate, and the teller's own name for it: {@code
 * notice/evt_1}.
 *
 * @param value 3 to 200 characters, a slash among them that is neither the first nor the last; no
 *     control characters
 */
@ValueObject
public record EventId(String value) {

  private static final int LONGEST = 200;

  /** Refuses text that is no event id with {@link IllegalArgumentException}. */
  public EventId {
    Objects.requireNonNull(value, "value");
    if (!isSane(value)) {
      throw new IllegalArgumentException("not an event id");
    }
  }

  /** The id of the event that brought the aggregate to the version. */
  public static EventId of(String aggregateId, Version version) {
    Objects.requireNonNull(aggregateId, "aggregateId");
    Objects.requireNonNull(version, "version");
    return new EventId(aggregateId + "/" + version.value());
  }

  private static boolean isSane(String text) {
    int length = text.length();
    if (length > LONGEST || text.indexOf('/', 1) < 0 || text.charAt(length - 1) == '/') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      // The control characters, compared by hand: every change of an aggregate comes by here.
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
