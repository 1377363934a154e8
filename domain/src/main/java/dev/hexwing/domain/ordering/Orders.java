package dev.hexwing.domain.ordering;

import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where orders are kept, within one transaction.
 *
 * <p>An order that was found is the finder's own: changes to it are kept only by {@link #save}.
 */
@Repository
public interface Orders {

  /** The order as it is now; none if there never was one of that name. */
  Option<Order> find(OrderId orderId);

  /**
   * Keeps the order and sends off its events, together or not at all.
   *
   * <p>An order that is stored already is written only if the store still holds it at the {@link
   * Order#storedVersion() version it was read at}, and a new one ({@link Version#NONE}) only if
   * there is none of its name. Otherwise the transaction fails as a write conflict, at once or at
   * commit, and nothing of it is kept. Drains the order's events. One that has not changed is left
   * alone.
   */
  void save(Order order);
}
