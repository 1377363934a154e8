package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.OrderId;
import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows orders, the newest first.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ListOrders {

  /**
   * One page; to go on, name the last order of the page before.
   *
   * @param before only orders older than this one, if given
   * @param limit the most to show, 1 to 100
   */
  List<OrderView> list(Option<OrderId> before, int limit);
}
