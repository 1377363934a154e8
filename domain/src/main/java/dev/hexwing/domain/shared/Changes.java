package dev.hexwing.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The book that an aggregate keeps of its own changes: the version found in the store, the version
 * now, and the events in between.
 *
 * <p>Not safe for use by several threads, as no aggregate is.
 *
 * @param <E> the events of the aggregate's context
 */
public final class Changes<E extends DomainEvent> {

  private final String aggregateId;
  private final List<E> pending = new ArrayList<>(2);
  private Version stored;
  private Version current;

  private Changes(String aggregateId, Version stored) {
    this.aggregateId = Objects.requireNonNull(aggregateId, "aggregateId");
    this.stored = Objects.requireNonNull(stored, "stored");
    this.current = stored;
  }

  /** The book of an aggregate that the store holds at a version; {@link Version#NONE} if not. */
  public static <E extends DomainEvent> Changes<E> since(String aggregateId, Version stored) {
    return new Changes<>(aggregateId, stored);
  }

  /** The metadata for an event that {@link #record} is about to take. */
  public EventMetadata next(Occasion occasion) {
    return EventMetadata.of(aggregateId, current.next(), occasion);
  }

  /**
   * Takes a change.
   *
   * @throws IllegalArgumentException if the event does not follow the last one
   */
  public <T extends E> T record(T event) {
    if (!event.version().equals(current.next()) || !event.aggregateId().equals(aggregateId)) {
      throw new IllegalArgumentException(
          event.eventId() + " does not follow version " + current + " of " + aggregateId);
    }
    pending.add(event);
    current = event.version();
    return event;
  }

  /** Takes a change that nobody outside needs to hear of. */
  public void recordSilently() {
    current = current.next();
  }

  /** The version that the store must still hold for a write to be right. */
  public Version stored() {
    return stored;
  }

  /** The version after all changes. */
  public Version current() {
    return current;
  }

  /** Hands over the events, once; from then on the current version counts as the stored one. */
  public List<E> drain() {
    List<E> drained = List.copyOf(pending);
    pending.clear();
    stored = current;
    return drained;
  }
}
