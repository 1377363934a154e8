package dev.hexwing.application.events;

import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.util.List;

/** Through one aggregate's events, version by version, filed or not. */
record WalkOfAggregate(UnitOfWork unitOfWork, String aggregateId, Beginning beginning, int batch)
    implements Walk {

  @Override
  public Stretch after(long version) {
    List<EventRecord> events = read(version);
    long reached = events.isEmpty() ? version : version(events.getLast());
    boolean gap =
        events.isEmpty()
            ? version == 0 && !unitOfWork.read(stores -> stores.history().extent()).whole()
            : version(events.getFirst()) > version + 1;
    return new Stretch(ofTypes(events), reached, reached, gap);
  }

  @Override
  public Option<List<EventRecord>> rest(long version) {
    List<EventRecord> events = read(version);
    return Option.when(events.size() < batch, () -> ofTypes(events));
  }

  private List<EventRecord> read(long version) {
    return unitOfWork.read(stores -> stores.history().ofAggregate(aggregateId, version, batch));
  }

  private List<EventRecord> ofTypes(List<EventRecord> events) {
    return events.stream().filter(event -> beginning.coversType(event.type())).toList();
  }

  private static long version(EventRecord event) {
    return event.metadata().version().value();
  }
}
