package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.OrderId;
import io.vavr.control.Option;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows one order.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface FindOrder {

  /** The order as it is now; none if there is none of that name. */
  Option<OrderView> find(OrderId orderId);
}
