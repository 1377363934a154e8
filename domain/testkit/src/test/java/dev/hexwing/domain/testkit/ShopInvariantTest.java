package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.delivery.DropOff;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShopInvariantTest {

  private static final Occasion NOW =
      Occasion.of(Instant.parse("2026-03-01T10:04:00Z"), new CorrelationId("tap-1"));
  private static final Parcel PARCEL = new Parcel(250, new DropOff(52.52, 13.405));

  private final OrderSnapshot order = order(1, 1);
  private final PaymentSnapshot payment = payment(1, 1);
  private final DeliverySnapshot delivery = delivery(1, 1, "A47");
  private final DroneSnapshot drone = drone("A47", 1);

  @Test
  void a_shop_in_which_all_is_well_is_fine() {
    Invariant.checkAll(
        ShopInvariant.values(),
        new Shop(List.of(order), List.of(payment), List.of(delivery), List.of(drone)));
  }

  @Test
  void a_second_payment_of_an_order_is_found() {
    broken(
        ShopInvariant.ONE_PAYMENT_HOLDS_AN_ORDER,
        new Shop(List.of(order), List.of(payment, payment(2, 1)), List.of(), List.of()));
  }

  @Test
  void an_order_paid_by_nothing_or_by_the_payment_of_another_is_found() {
    ShopInvariant rule = ShopInvariant.A_PAID_ORDER_HAS_ITS_PAYMENT;
    broken(rule, new Shop(List.of(order), List.of(), List.of(), List.of()));
    broken(rule, new Shop(List.of(order), List.of(payment(1, 2)), List.of(), List.of()));
  }

  @Test
  void a_second_delivery_of_an_order_is_found() {
    broken(
        ShopInvariant.ONE_DELIVERY_FOR_AN_ORDER,
        new Shop(List.of(), List.of(), List.of(delivery, delivery(2, 1, "A48")), List.of()));
  }

  @Test
  void two_deliveries_on_one_drone_are_found() {
    broken(
        ShopInvariant.ONE_DELIVERY_ON_A_DRONE,
        new Shop(List.of(), List.of(), List.of(delivery, delivery(2, 2, "A47")), List.of()));
  }

  @Test
  void two_drones_with_one_delivery_are_found() {
    broken(
        ShopInvariant.ONE_DRONE_WITH_A_DELIVERY,
        new Shop(List.of(), List.of(), List.of(delivery), List.of(drone, drone("A48", 1))));
  }

  @Test
  void a_drone_with_a_delivery_that_names_another_is_found() {
    broken(
        ShopInvariant.DRONE_AND_DELIVERY_AGREE,
        new Shop(List.of(), List.of(), List.of(delivery), List.of(drone("A48", 1))));
  }

  private static void broken(ShopInvariant rule, Shop shop) {
    assertThat(rule.violation(shop).isDefined()).isTrue();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rule.check(shop))
        .withMessageStartingWith(rule.name() + " is broken: " + rule.rule());
  }

  private static OrderSnapshot order(int id, int paidBy) {
    OrderLine line =
        new OrderLine(new Sku("COFFEE-250"), new Quantity(1), Money.ofMinor(2_500, "EUR"), 250);
    Order order =
        Order.place(
                new OrderId(new UUID(1, id)),
                new CustomerId("ada"),
                List.of(line),
                new dev.hexwing.domain.ordering.DropOff(52.52, 13.405),
                NOW)
            .get();
    order.confirmPayment(new PaymentId(new UUID(2, paidBy)), order.total(), NOW).get();
    return order.snapshot();
  }

  private static PaymentSnapshot payment(int id, int orderId) {
    Payment payment =
        Payment.request(
                new PaymentId(new UUID(2, id)),
                new OrderId(new UUID(1, orderId)),
                Money.ofMinor(2_500, "EUR"),
                new PaymentMethodToken("pm_card_visa"),
                NOW)
            .get();
    payment.confirm(new ProcessorReference("pi_1"), NOW).get();
    return payment.snapshot();
  }

  private static DeliverySnapshot delivery(int id, int orderId, String drone) {
    Delivery delivery =
        Delivery.request(
            new DeliveryId(new UUID(3, id)), new OrderId(new UUID(1, orderId)), PARCEL, NOW);
    delivery.dispatch(new DroneId(drone)).get();
    return delivery.snapshot();
  }

  private static DroneSnapshot drone(String name, int deliveryId) {
    Drone drone =
        Drone.register(new DroneId(name), new DroneModel("Heron 2"), new PayloadCapacity(500), NOW);
    drone.reportBattery(new BatteryLevel(80), DispatchPolicy.STANDARD, NOW);
    drone
        .dispatch(
            new DeliveryId(new UUID(3, deliveryId)),
            new OrderId(new UUID(1, 1)),
            PARCEL,
            DispatchPolicy.STANDARD,
            NOW)
        .get();
    return drone.snapshot();
  }
}
