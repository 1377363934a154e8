package dev.hexwing.application.journey;

import dev.hexwing.application.events.EventHistory.Extent;
import dev.hexwing.application.events.EventHistory.Page;
import dev.hexwing.application.events.EventHistory.Rest;
import dev.hexwing.application.events.EventHistory.Seam;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.journey.RebuildRefusal.BeginningForgotten;
import dev.hexwing.application.journey.RebuildRefusal.UnderWay;
import dev.hexwing.application.store.Retries;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the journeys anew from history, a bounded step at a time.
 *
 * <p>Goes through what is filed; then has what happens noted in both generations, and only then
 * looks at what is not filed, so that everything is either in the history that it reads or noted by
 * whoever hears of it; then swaps. A node that dies leaves the journeys that serve as they are, and
 * a lease that runs out. Safe for use by any number of threads.
 */
public final class JourneyRebuilder {

  private static final Logger log = LoggerFactory.getLogger(JourneyRebuilder.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Set<String> EVERY_TYPE = Set.of();

  private final UnitOfWork unitOfWork;
  private final int batch;
  private final Runnable wake;
  private @Nullable Work work;

  /**
   * A rebuilder over this unit of work.
   *
   * @param batch how many events to take in a transaction, 1 to 10,000
   * @param wake has somebody call {@link #runOnce} soon
   */
  public JourneyRebuilder(UnitOfWork unitOfWork, int batch, Runnable wake) {
    this.unitOfWork = unitOfWork;
    this.batch = batch;
    this.wake = wake;
  }

  /** What this node is at: a rebuild of its own, or the deletion of what is over. */
  private sealed interface Work {

    /** Goes through what is filed, from a place on. */
    record Filed(long generation, long place) implements Work {}

    /** Goes through what was not filed when the rebuild began to catch up. */
    record Unfiled(long generation, long done, Seam seam) implements Work {}

    /** Deletes what is over. */
    record Dropping() implements Work {}
  }

  /** Serves {@link RebuildJourneys}. */
  public synchronized Either<DomainError, JourneyRebuild> begin(RebuildJourneys.Command command) {
    Extent extent = unitOfWork.read(stores -> stores.history().extent());
    if (!extent.whole() && !command.fromWhatIsLeft()) {
      return Either.left(new BeginningForgotten(extent.first()));
    }
    Option<JourneyRebuild> begun = begin();
    begun.forEach(
        rebuild -> {
          log.info("rebuilding the journeys, generation {}", rebuild.generation());
          work = new Work.Filed(rebuild.generation(), extent.first() - 1);
          wake.run();
        });
    return begun.toEither(UnderWay::new);
  }

  private Option<JourneyRebuild> begin() {
    try {
      return unitOfWork.execute(stores -> stores.journeyRebuilds().begin(LEASE));
    } catch (WriteConflict other) {
      if (other.subject() == WriteConflict.Subject.REBUILD) {
        return Option.none();
      }
      throw other;
    }
  }

  /** Serves {@link ShowRebuild}. */
  public Option<JourneyRebuild> latest() {
    return unitOfWork.read(stores -> stores.journeyRebuilds().latest());
  }

  /** Does one step of the rebuild that was begun here; true if there is more to do at once. */
  public synchronized boolean runOnce() {
    @Nullable Work now = work;
    if (now == null) {
      return false;
    }
    try {
      work = after(now);
    } catch (UnreadableEvent e) {
      breakOff(now, e);
    } catch (WriteConflict lost) {
      if (lost.subject() != WriteConflict.Subject.REBUILD) {
        throw lost;
      }
      log.warn("another node has taken the rebuild of the journeys over");
      work = null;
    }
    return work != null;
  }

  private @Nullable Work after(Work now) {
    return switch (now) {
      case Work.Filed filed -> after(filed);
      case Work.Unfiled unfiled -> after(unfiled);
      case Work.Dropping dropping -> drop() > 0 ? dropping : null;
    };
  }

  private Work after(Work.Filed filed) {
    unitOfWork.execute(stores -> stores.history().file(batch));
    Extent extent = unitOfWork.read(stores -> stores.history().extent());
    Page page = unitOfWork.read(stores -> stores.history().filed(filed.place(), batch, EVERY_TYPE));
    note(filed.generation(), page.events(), page.reached(), extent.last());
    if (page.reached() < extent.last()) {
      return new Work.Filed(filed.generation(), page.reached());
    }
    change(stores -> stores.journeyRebuilds().catchUp(filed.generation(), LEASE));
    // Not before that is committed: who has noted something here alone had it committed before.
    Seam seam = unitOfWork.read(stores -> stores.history().seam(page.reached()));
    return new Work.Unfiled(filed.generation(), page.reached(), seam);
  }

  private Work after(Work.Unfiled unfiled) {
    Rest rest = unitOfWork.read(stores -> stores.history().rest(unfiled.seam(), batch, EVERY_TYPE));
    long done = unfiled.done() + rest.events().size();
    note(unfiled.generation(), rest.events(), done, done);
    if (!rest.end()) {
      return new Work.Unfiled(unfiled.generation(), done, rest.next());
    }
    change(stores -> stores.journeyRebuilds().swap(unfiled.generation()));
    log.info("the rebuilt journeys serve, generation {}", unfiled.generation());
    return new Work.Dropping();
  }

  private long drop() {
    return unitOfWork.execute(stores -> stores.journeyRebuilds().dropOver(batch));
  }

  private void note(long generation, List<EventRecord> records, long done, long total) {
    List<DomainEvent> events = records.stream().map(EventRecords::toEvent).toList();
    change(
        stores -> {
          Journeys journeys = stores.journeyRebuilds().notes(generation);
          events.forEach(event -> TrackJourneys.note(journeys, event));
          stores.journeyRebuilds().advance(generation, done, Math.max(done, total), LEASE);
        });
  }

  private void change(Consumer<Stores> change) {
    Retries.onConflict(
        () ->
            unitOfWork.execute(
                stores -> {
                  change.accept(stores);
                  return stores;
                }));
  }

  private void breakOff(Work now, UnreadableEvent cause) {
    log.error("the rebuild of the journeys is broken off", cause);
    long generation =
        switch (now) {
          case Work.Filed filed -> filed.generation();
          case Work.Unfiled unfiled -> unfiled.generation();
          case Work.Dropping dropping -> throw cause;
        };
    change(stores -> stores.journeyRebuilds().fail(generation, String.valueOf(cause.getMessage())));
    work = new Work.Dropping();
  }
}
