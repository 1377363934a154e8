package dev.hexwing.domain.delivery;

import dev.hexwing.domain.ordering.OrderId;
import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where deliveries are kept, within one transaction; at most one for an order.
 *
 * <p>A delivery that was found is the finder's own: changes to it are kept only by {@link #save}.
 */
@Repository
public interface Deliveries {

  /** The delivery as it is now; none if there never was one of that name. */
  Option<Delivery> find(DeliveryId deliveryId);

  /** The delivery of an order; none if none was requested. */
  Option<Delivery> findByOrder(OrderId orderId);

  /**
   * Deliveries that wait for a drone, the longest waiting first.
   *
   * @param limit the most to hand back, 1 to 1,000
   */
  List<DeliveryId> waiting(int limit);

  /**
   * Keeps the delivery and sends off its events, together or not at all.
   *
   * <p>Written only if the store still holds it at the {@link Delivery#storedVersion() version it
   * was read at}, and a new one only if its order has none; otherwise the transaction fails as a
   * write conflict, at once or at commit, and nothing of it is kept. Drains the delivery's events.
   * One that has not changed is left alone.
   */
  void save(Delivery delivery);
}
