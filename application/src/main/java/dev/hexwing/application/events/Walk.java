package dev.hexwing.application.events;

import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.util.List;

/** A way through history, from its beginning to what was committed a moment ago. */
interface Walk {

  /** The way through what a beginning names. */
  static Walk of(Beginning beginning, UnitOfWork unitOfWork, int batch) {
    return beginning
        .aggregateId()
        .<Walk>map(id -> new WalkOfAggregate(unitOfWork, id, beginning, batch))
        .getOrElse(() -> new WalkByPlace(unitOfWork, beginning, batch));
  }

  /** What comes after a place; the place stays as it is at the end. */
  Stretch after(long place);

  /**
   * All that was committed before the call and does not stand up to a place, in order.
   *
   * @return none if that is too much to be taken at once
   */
  Option<List<EventRecord>> rest(long place);

  /**
   * Events in order.
   *
   * @param reached the place after them
   * @param total the last place that is known
   * @param gap whether something before or among them was forgotten
   */
  record Stretch(List<EventRecord> events, long reached, long total, boolean gap) {

    /** Keeps a copy of the events. */
    public Stretch {
      events = List.copyOf(events);
    }
  }
}
