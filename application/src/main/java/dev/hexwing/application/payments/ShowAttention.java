package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.Unsettled;
import io.vavr.control.Option;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows the charges and refunds whose outcome is not known and that nobody has in hand.
 *
 * <p>Most of them recovery will settle by itself, at {@link Unsettled#nextTry}; those without one
 * wait for a person. Safe for use by any number of threads.
 */
@PrimaryPort
public interface ShowAttention {

  /**
   * A page of them, in about the order in which they were recorded.
   *
   * @param after the last one of the page before, by {@link Unsettled#name}
   * @param limit the most to hand back, 1 to 101
   */
  List<Unsettled> show(Option<UUID> after, int limit);
}
