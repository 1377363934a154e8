package dev.hexwing.application.events;

import dev.hexwing.domain.shared.EventRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Every event that was ever stored, for whoever starts from the beginning.
 *
 * <p>An event that was sent is <i>filed</i>: it gets a place, one higher than the one filed before,
 * so that places are given in the order in which they can be seen. Whoever has read up to a place
 * never misses one below it, whichever transaction committed late. Events of one aggregate stand in
 * the order of their versions. What is not filed yet, because it was not sent or not looked at, is
 * read as the {@link Seam} says.
 *
 * <p>Reading from the beginning to the end while the shop goes on: {@link #filed} until nothing
 * more comes, then one {@link #seam} and {@link #rest} until that ends. Everything that was
 * committed before the call of {@code seam} was read by then, some of it perhaps twice.
 *
 * <p>Of one transaction, like every store of it.
 */
@SecondaryPort
public interface EventHistory {

  /**
   * Files events that were sent, the earliest first. One transaction at a time does so; another
   * that comes meanwhile files nothing.
   *
   * @param limit the most at a time, 1 to 10,000
   * @return how many
   */
  long file(int limit);

  /** From where to where history goes now. */
  Extent extent();

  /**
   * Events that are filed, in the order of their places.
   *
   * @param after the place that was reached before, 0 at the beginning
   * @param limit how many places to look at, 1 to 10,000
   * @param types stable names of types; empty for all
   */
  Page filed(long after, int limit, Set<String> types);

  /** Notes all that was committed by now and is not filed up to a place. */
  Seam seam(long place);

  /**
   * What a seam notes, in the order in which it was stored, whether it was filed meanwhile or not.
   *
   * @param limit the most at a time, 1 to 10,000
   * @param types stable names of types; empty for all
   */
  Rest rest(Seam seam, int limit, Set<String> types);

  /**
   * Events of one aggregate, filed or not, in the order of their versions.
   *
   * @param after the version that was reached before, 0 at the beginning
   * @param limit the most at a time, 1 to 10,000
   */
  List<EventRecord> ofAggregate(String aggregateId, long after, int limit);

  /**
   * Deletes events that were filed longer ago than the age, from the beginning on. The history is
   * not whole from then on, and says so.
   *
   * @param limit the most at a time, 1 to 10,000
   * @return how many
   */
  long forget(Duration age, int limit);

  /**
   * From where to where history goes.
   *
   * @param first the first place that is kept; one above {@code last} if none is
   * @param last the last place that was given, 0 if none was
   * @param whole whether nothing was ever forgotten
   */
  record Extent(long first, long last, boolean whole) {}

  /**
   * Some of what is filed.
   *
   * @param reached the place up to which was looked; the one asked for, if that was the end
   */
  record Page(List<EventRecord> events, long reached) {

    /** Keeps a copy of the events. */
    public Page {
      events = List.copyOf(events);
    }
  }

  /**
   * Where what is filed and read meets what is not.
   *
   * @param place up to here everything that is filed was read
   * @param position up to here of the rest, too
   * @param horizon where the rest ends
   */
  record Seam(long place, long position, long horizon) {}

  /**
   * Some of the rest.
   *
   * @param next where to go on
   * @param end whether this was all
   */
  record Rest(List<EventRecord> events, Seam next, boolean end) {

    /** Keeps a copy of the events. */
    public Rest {
      events = List.copyOf(events);
    }
  }
}
