package dev.hexwing.application.events;

import java.util.SortedMap;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Counts the messages that consumers did not take. Safe for use by any number of threads. */
@PrimaryPort
public interface CountDeadLetters {

  /**
   * How many, by the consumer's stable name; consumers without any are named, too. Counted up to
   * 100,000 in all.
   */
  SortedMap<String, Long> count();
}
