package dev.hexwing.application.testkit;

import dev.hexwing.application.Ids;
import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** Examples in the words of the domain, made as the domain makes them. */
public final class Given {

  /** A moment to the microsecond, the finest that is kept. */
  static final Instant MOMENT = Instant.parse("2026-01-01T12:00:00.123456Z");

  static final CorrelationId CORRELATION = new CorrelationId("intent-1");
  static final Money PRICE = Money.ofMinor(5_000, "EUR");

  private final Ids ids;

  Given(Ids ids) {
    this.ids = ids;
  }

  Occasion occasion() {
    return occasionAt(MOMENT);
  }

  Occasion occasionAt(Instant moment) {
    return new Occasion(
        moment, CORRELATION, Option.some(new CausationId(new EventId("cause-of-all/7"))));
  }

  OrderId orderId() {
    return new OrderId(ids.next());
  }

  PaymentId paymentId() {
    return new PaymentId(ids.next());
  }

  Order order() {
    return orderAt(MOMENT);
  }

  Order orderAt(Instant moment) {
    return Order.place(
            orderId(),
            new CustomerId("Zoë & sons"),
            List.of(
                new OrderLine(new Sku("COFFEE-250"), new Quantity(2), PRICE, 250),
                new OrderLine(new Sku("TEA.X_1"), new Quantity(999), Money.ofMinor(1, "EUR"), 1)),
            new DropOff(52.520_008, -13.404_954),
            occasionAt(moment))
        .get();
  }

  Payment payment() {
    return payment(orderId());
  }

  Payment payment(OrderId orderId) {
    return Payment.request(
            paymentId(), orderId, PRICE, new PaymentMethodToken("pm_card_visa"), occasion())
        .get();
  }

  /** A payment of a customer intent of its own, of which two things happened. */
  Payment confirmedPayment(String intent) {
    Occasion tap = new Occasion(MOMENT, new CorrelationId(intent), Option.none());
    Payment payment =
        Payment.request(paymentId(), orderId(), PRICE, new PaymentMethodToken("pm_card_visa"), tap)
            .get();
    payment.confirm(new ProcessorReference("pi_1"), tap).get();
    return payment;
  }

  Drone drone(String name, int capacityGrams) {
    return Drone.register(
        new DroneId(name),
        new DroneModel("Heron 2"),
        new PayloadCapacity(capacityGrams),
        occasion());
  }

  Drone droneWith(String name, int batteryPercent) {
    Drone drone = drone(name, 2_000);
    drone.reportBattery(new BatteryLevel(batteryPercent), DispatchPolicy.STANDARD, occasion());
    return drone;
  }

  Parcel parcel(long grams) {
    return new Parcel(grams, new dev.hexwing.domain.delivery.DropOff(52.520_008, -13.404_954));
  }

  Delivery delivery() {
    return delivery(orderId());
  }

  Delivery delivery(OrderId orderId) {
    return Delivery.request(new DeliveryId(ids.next()), orderId, parcel(1_500), occasion());
  }

  KeyedRequest request(String key) {
    return new KeyedRequest(
        new Principal("alice"),
        new IdempotencyKey(key),
        RequestFingerprint.of("pay", "alice", key),
        CORRELATION);
  }

  Receipt.OfPayment receipt(PaymentId paymentId) {
    return new Receipt.OfPayment(
        paymentId,
        orderId(),
        PRICE,
        PaymentStatus.DECLINED,
        Money.ofMinor(0, "EUR"),
        Option.some(new DeclineReason("insufficient_funds", "Nicht genug “Geld”.")),
        CORRELATION);
  }

  Product product(String sku, String name) {
    return new Product(new Sku(sku), name, PRICE, 250);
  }
}
