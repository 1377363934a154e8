package dev.hexwing.application.events;

import dev.hexwing.application.events.EventHistory.Extent;
import dev.hexwing.application.events.EventHistory.Page;
import dev.hexwing.application.events.EventHistory.Rest;
import dev.hexwing.application.events.EventHistory.Seam;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.util.List;

/** Through everything, or everything of some types, place by place. */
record WalkByPlace(UnitOfWork unitOfWork, Beginning beginning, int batch) implements Walk {

  /** Who wants some types passes over many places at a time. */
  private static final int MORE_FOR_TYPES = 10;

  private static final int MOST_AT_ONCE = 10_000;

  /** So much of what is not filed can be taken while what is sent has to wait. */
  private static final int MOST_UNFILED = 2_000;

  @Override
  public Stretch after(long place) {
    unitOfWork.execute(stores -> stores.history().file(batch));
    Page page =
        unitOfWork.read(stores -> stores.history().filed(place, looked(), beginning.types()));
    // Read after the page, so that what was forgotten while it was read is noticed.
    Extent extent = unitOfWork.read(stores -> stores.history().extent());
    boolean gap = extent.first() > place + 1 || (place == 0 && !extent.whole());
    return new Stretch(
        page.events(), Math.max(page.reached(), extent.first() - 1), extent.last(), gap);
  }

  private int looked() {
    return beginning.types().isEmpty() ? batch : Math.min(MOST_AT_ONCE, MORE_FOR_TYPES * batch);
  }

  @Override
  public Option<List<EventRecord>> rest(long place) {
    Seam seam = unitOfWork.read(stores -> stores.history().seam(place));
    Rest rest =
        unitOfWork.read(stores -> stores.history().rest(seam, MOST_UNFILED, beginning.types()));
    return Option.when(rest.end(), rest.events());
  }
}
