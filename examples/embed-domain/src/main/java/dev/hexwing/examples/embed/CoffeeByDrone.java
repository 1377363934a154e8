package dev.hexwing.examples.embed;

import static java.util.Objects.requireNonNull;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sells coffee by drone: the domain jar, a map for a database, and a main for a front. */
record CoffeeByDrone(Map<OrderId, OrderSnapshot> rows) {
  private static final DropOff HOME = new DropOff(52.52, 13.405);

  public static void main(String... args) {
    CoffeeByDrone shop = new CoffeeByDrone(new HashMap<>());
    DroneModel heron = new DroneModel("Heron 2");
    Drone drone = Drone.register(new DroneId("A47"), heron, new PayloadCapacity(2_000), now());
    OrderId coffee = shop.place("COFFEE-250", 2, Money.ofMinor(2_500, "EUR"));
    shop.pay(coffee, "pm_card_visa");
    for (int percent : List.of(19, 20)) {
      drone.reportBattery(new BatteryLevel(percent), DispatchPolicy.STANDARD, now());
      System.out.println(shop.fly(coffee, drone));
    }
  }

  OrderId place(String sku, int quantity, Money price) {
    OrderLine line = new OrderLine(new Sku(sku), new Quantity(quantity), price, 270);
    OrderId id = new OrderId(UUID.randomUUID());
    save(Order.place(id, new CustomerId("ada"), List.of(line), HOME, now()).get());
    return id;
  }

  void pay(OrderId id, String token) {
    Order order = Order.reconstitute(requireNonNull(rows.get(id)));
    PaymentId attempt = new PaymentId(UUID.randomUUID());
    PaymentMethodToken card = new PaymentMethodToken(token);
    Payment payment = Payment.request(attempt, id, order.total(), card, now()).get();
    // Here your processor is asked; its word is what the payment notes.
    payment.confirm(new ProcessorReference("receipt-1"), now()).get();
    order.confirmPayment(payment.id(), payment.amount(), now()).get();
    save(order);
  }

  String fly(OrderId id, Drone drone) {
    Order order = Order.reconstitute(requireNonNull(rows.get(id)));
    Parcel parcel = new Parcel(order.grams(), new dev.hexwing.domain.delivery.DropOff(52.5, 13.4));
    return drone
        .dispatch(new DeliveryId(UUID.randomUUID()), id, parcel, DispatchPolicy.STANDARD, now())
        .peek(dispatched -> order.markDispatched(now()).peek(marked -> save(order)))
        .fold(CoffeeByDrone::whatToDo, dispatched -> dispatched.droneId() + " is in the air");
  }

  /** A refusal is a value; one that a later release adds fails this compile, not a customer. */
  private static String whatToDo(DroneRefusal refusal) {
    return switch (refusal) {
      case DroneRefusal.BatteryTooLow low -> "charge it to " + low.minimum() + " first";
      case DroneRefusal.BatteryUnknown silent -> "have it report its battery";
      case DroneRefusal.ParcelTooHeavy heavy -> "it carries " + heavy.capacity().grams() + " g";
      case DroneRefusal.Grounded out -> "take another drone";
      case DroneRefusal.AlreadyDispatched away -> "wait for it to come home";
      case DroneRefusal.MaintenanceDue due -> "look after it first";
      case DroneRefusal.WrongStatus wrong -> wrong.message();
    };
  }

  private void save(Order order) {
    rows.put(order.id(), order.snapshot());
    order.drainEvents().forEach(event -> System.out.println(event.getClass().getSimpleName()));
  }

  private static Occasion now() {
    return Occasion.of(Instant.now(), new CorrelationId("tap-1"));
  }
}
