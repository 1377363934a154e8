package dev.hexwing.examples.droneshop.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the shop says of the orders of a run.
 *
 * @param statuses by order
 */
record ShopOrders(Map<String, String> statuses) {

  private static final Set<String> PAID = Set.of("PAID", "DISPATCHED", "DELIVERED");
  private static final Set<String> DISPATCHED = Set.of("DISPATCHED", "DELIVERED");

  /** Reads the list of orders and keeps those of the run. */
  static ShopOrders read(Line shop, Set<String> wanted) throws InterruptedException {
    Map<String, String> statuses = new HashMap<>();
    boolean complete =
        new Pages(shop)
            .eachOfShop(
                "/v1/orders",
                order -> {
                  String orderId = order.path("orderId").asString();
                  if (wanted.contains(orderId)) {
                    statuses.put(orderId, order.path("status").asString());
                  }
                });
    if (!complete) {
      throw new IllegalStateException("the shop does not hand out its orders");
    }
    return new ShopOrders(statuses);
  }

  boolean isPaid(String orderId) {
    return PAID.contains(statuses.getOrDefault(orderId, ""));
  }

  boolean isDispatched(String orderId) {
    return DISPATCHED.contains(statuses.getOrDefault(orderId, ""));
  }

  boolean isDelivered(String orderId) {
    return statuses.getOrDefault(orderId, "").equals("DELIVERED");
  }
}
