package dev.hexwing.application.journey;

import io.vavr.control.Option;
import java.time.Duration;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Journeys that are built anew beside those that serve, and take their place at once.
 *
 * <p>Each rebuild has a generation of journeys of its own. Whoever works at it holds a lease, which
 * the store's clock judges. A rebuild that a later one has replaced cannot be changed any more:
 * each change of it then fails as a write conflict on the rebuild. Of one transaction, like every
 * store of it.
 */
@SecondaryPort
public interface JourneyRebuilds {

  /**
   * Begins a rebuild with no journeys; one that was broken off before is over.
   *
   * @return none if another is under way
   */
  Option<JourneyRebuild> begin(Duration lease);

  /** The latest rebuild; none if there never was one. */
  Option<JourneyRebuild> latest();

  /** The journeys of a rebuild alone; what is summed up is still what serves. */
  Journeys notes(long generation);

  /** Tells how far it has come, and holds the lease for longer. */
  void advance(long generation, long done, long total, Duration lease);

  /** From the commit on, what happens is noted here, too. */
  void catchUp(long generation, Duration lease);

  /** From the commit on these journeys serve, and those that did are over. */
  void swap(long generation);

  /** Breaks it off. */
  void fail(long generation, String reason);

  /**
   * Deletes notes of generations that are over or failed.
   *
   * @param limit the most at a time, 1 to 10,000
   * @return how many
   */
  long dropOver(int limit);
}
