package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.ordering.OrderId;
import io.vavr.control.Option;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows the delivery of an order.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface FindDelivery {

  /** The delivery as it is now; none if none was requested for the order. */
  Option<DeliverySnapshot> findByOrder(OrderId orderId);
}
