package dev.hexwing.application.events;

import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Messages that consumers did not take, kept until a person has them resumed.
 *
 * <p>Each method is a transaction of its own. Safe for use by any number of threads on any number
 * of nodes.
 */
@SecondaryPort
public interface DeadLetters {

  /**
   * Sets a message aside. One that the same consumer has set aside before stays one letter, with
   * the new reason and state. Reasons are kept up to 500 characters.
   *
   * @param state {@code PARKED} or {@code SKIPPED}
   */
  void setAside(Undelivered message, DeadLetter.State state);

  /**
   * Has an event wait if an earlier one of its aggregate, or it itself, is parked or waits for the
   * same consumer.
   *
   * @return whether it waits now; if not, the consumer may take it
   * @throws IllegalArgumentException if the message holds no event
   */
  boolean waitBehind(Undelivered message);

  /**
   * A page of letters, in about the order in which they were set aside.
   *
   * @param after the last one of the page before
   * @param limit the most to hand back, 1 to 101
   */
  List<DeadLetter> list(Option<UUID> after, int limit);

  /** One letter; none if it was never there or has been settled. */
  Option<DeadLetter> find(UUID id);

  /** The earliest letter of a consumer's that an aggregate's later events wait behind. */
  Option<DeadLetter> firstOf(String consumer, String aggregateId);

  /**
   * Takes a letter away because its message has taken effect, or never can; one that is gone stays
   * gone.
   */
  void settle(UUID id);

  /** How many each consumer has that has any, by its name; counted up to 100,000 in all. */
  Map<String, Long> countByConsumer();

  /** How many there are, counted up to 100,000. */
  default long count() {
    return countByConsumer().values().stream().mapToLong(Long::longValue).sum();
  }
}
