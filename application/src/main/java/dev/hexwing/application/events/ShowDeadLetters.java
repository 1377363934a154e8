package dev.hexwing.application.events;

import io.vavr.control.Option;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Shows the messages that consumers did not take. Safe for use by any number of threads. */
@PrimaryPort
public interface ShowDeadLetters {

  /**
   * A page of them, in about the order in which they were set aside.
   *
   * @param after the last one of the page before
   * @param limit the most to hand back, 1 to 101
   */
  List<DeadLetter> show(Option<UUID> after, int limit);
}
