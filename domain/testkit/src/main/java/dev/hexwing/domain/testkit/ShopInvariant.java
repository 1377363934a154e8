package dev.hexwing.domain.testkit;

import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What always holds between aggregates, whatever interleaving led there. */
public enum ShopInvariant implements Invariant<Shop> {
  /** Whatever keys the customer's phone used. */
  ONE_PAYMENT_HOLDS_AN_ORDER(
      "at most one payment of an order is requested, unknown or confirmed",
      shop ->
          twice(
              shop.payments().stream().filter(payment -> payment.status().holdsTheOrder()).toList(),
              PaymentSnapshot::orderId)),

  /** An order says that it was paid only if money moved, and just so much. */
  A_PAID_ORDER_HAS_ITS_PAYMENT(
      "the payment that an order names is its own, and charged",
      shop -> {
        Map<PaymentId, PaymentSnapshot> byId = new HashMap<>();
        shop.payments().forEach(payment -> byId.put(payment.paymentId(), payment));
        return Rules.none(shop.orders(), order -> unpaid(order, byId));
      }),

  /** One parcel for one order. */
  ONE_DELIVERY_FOR_AN_ORDER(
      "an order has one delivery at most",
      shop -> twice(shop.deliveries(), DeliverySnapshot::orderId)),

  /** Two orders may reach for one drone; one gets it. */
  ONE_DELIVERY_ON_A_DRONE(
      "no two deliveries in the air have the same drone",
      shop -> twice(inTheAir(shop), delivery -> delivery.droneId().getOrNull())),

  /** Nothing flies twice. */
  ONE_DRONE_WITH_A_DELIVERY(
      "no two drones carry the same delivery",
      shop ->
          twice(
              shop.drones().stream().filter(drone -> drone.deliveryId().isDefined()).toList(),
              drone -> drone.deliveryId().get())),

  /** What the delivery says of the drone, the drone says of the delivery. */
  DRONE_AND_DELIVERY_AGREE(
      "a drone that carries a delivery is the one that the delivery names",
      shop ->
          Rules.none(
              shop.drones(),
              drone ->
                  Rules.brokenIf(
                      drone.deliveryId().isDefined()
                          && shop.deliveries().stream()
                              .noneMatch(delivery -> carries(drone, delivery)),
                      drone)));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Shop, Option<String>> violation;

  ShopInvariant(String rule, Function<Shop, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Shop shop) {
    return violation.apply(shop);
  }

  private static <T> Option<String> twice(List<T> things, Function<T, ?> name) {
    Set<Object> seen = new HashSet<>();
    return Rules.none(things, thing -> Rules.brokenIf(!seen.add(name.apply(thing)), thing));
  }

  private static List<DeliverySnapshot> inTheAir(Shop shop) {
    return shop.deliveries().stream()
        .filter(delivery -> delivery.status() == DeliveryStatus.DISPATCHED)
        .toList();
  }

  private static Option<String> unpaid(
      OrderSnapshot order, Map<PaymentId, PaymentSnapshot> payments) {
    return order
        .paymentId()
        .flatMap(
            id -> {
              PaymentSnapshot payment = payments.get(id);
              boolean charged =
                  payment != null
                      && payment.orderId().equals(order.orderId())
                      && payment.charge().isDefined();
              return Rules.brokenIf(!charged, order);
            });
  }

  private static boolean carries(DroneSnapshot drone, DeliverySnapshot delivery) {
    return drone.deliveryId().contains(delivery.deliveryId())
        && delivery.droneId().contains(drone.droneId());
  }
}
