package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.PaymentSnapshot;
import java.util.List;

/**
 * All that your repositories hold at one moment, for {@link ShopInvariant}.
 *
 * @param orders every order
 * @param payments every payment
 * @param deliveries every delivery
 * @param drones every drone
 */
public record Shop(
    List<OrderSnapshot> orders,
    List<PaymentSnapshot> payments,
    List<DeliverySnapshot> deliveries,
    List<DroneSnapshot> drones) {

  /** Keeps its own copies of the lists. */
  public Shop {
    orders = List.copyOf(orders);
    payments = List.copyOf(payments);
    deliveries = List.copyOf(deliveries);
    drones = List.copyOf(drones);
  }
}
