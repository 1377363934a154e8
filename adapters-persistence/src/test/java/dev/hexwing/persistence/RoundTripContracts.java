package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.RequestFingerprint;
import dev.hexwing.domain.testkit.DeliveryLives;
import dev.hexwing.domain.testkit.DroneLives;
import dev.hexwing.domain.testkit.OrderLives;
import dev.hexwing.domain.testkit.PaymentLives;
import dev.hexwing.domain.testkit.SharedValues;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever the domain makes, a database gives back as it was. */
abstract class RoundTripContracts {

  private static final int TRIES = 60;

  /** The test class's database, emptied. */
  abstract TestDatabase database();

  private Persistence persistence() {
    return database().overPool();
  }

  @Provide
  Arbitrary<Order> orders() {
    return OrderLives.orders();
  }

  @Provide
  Arbitrary<Payment> payments() {
    return PaymentLives.payments();
  }

  @Provide
  Arbitrary<List<PaymentEvent>> histories() {
    return PaymentLives.histories();
  }

  @Provide
  Arbitrary<Drone> drones() {
    return DroneLives.drones();
  }

  @Provide
  Arbitrary<Delivery> deliveries() {
    return DeliveryLives.deliveries();
  }

  @Provide
  Arbitrary<IdempotencyKey> keys() {
    return SharedValues.idempotencyKeys();
  }

  @BeforeTry
  void emptyTables() {
    database().emptied();
  }

  @Property(tries = TRIES)
  void an_order(@ForAll("orders") Order order) {
    Persistence store = persistence();
    store
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              return order;
            });
    OrderSnapshot found =
        store.unitOfWork().read(stores -> stores.orders().find(order.id())).get().snapshot();
    assertThat(found).isEqualTo(order.snapshot());
  }

  @Property(tries = TRIES)
  void a_payment(@ForAll("payments") Payment payment) {
    Persistence store = persistence();
    store
        .unitOfWork()
        .execute(
            stores -> {
              stores.payments().save(payment);
              return payment;
            });
    assertThat(
            store
                .unitOfWork()
                .read(stores -> stores.payments().find(payment.id()))
                .get()
                .snapshot())
        .isEqualTo(payment.snapshot());
  }

  @Property(tries = TRIES)
  void an_event(@ForAll("histories") List<PaymentEvent> history) {
    history.forEach(event -> assertThat(EventRow.from(event).toDomain()).isEqualTo(event));
  }

  @Property(tries = TRIES)
  void a_drone(@ForAll("drones") Drone drone) {
    Persistence store = persistence();
    store
        .unitOfWork()
        .execute(
            stores -> {
              stores.drones().save(drone);
              return drone;
            });
    DroneSnapshot found =
        store.unitOfWork().read(stores -> stores.drones().find(drone.id())).get().snapshot();
    assertThat(found).isEqualTo(drone.snapshot());
  }

  @Property(tries = TRIES)
  void a_delivery(@ForAll("deliveries") Delivery delivery) {
    Persistence store = persistence();
    store
        .unitOfWork()
        .execute(
            stores -> {
              stores.deliveries().save(delivery);
              return delivery;
            });
    DeliverySnapshot found =
        store.unitOfWork().read(stores -> stores.deliveries().find(delivery.id())).get().snapshot();
    assertThat(found).isEqualTo(delivery.snapshot());
  }

  @Property(tries = TRIES)
  void a_receipt(
      @ForAll("keys") IdempotencyKey key,
      @ForAll("payments") Payment payment,
      @ForAll("orders") Order order) {
    CorrelationId correlation = new CorrelationId("c");
    Money total = order.total();
    Receipt ofOrder = new Receipt.OfOrder(order.snapshot(), total, correlation);
    Receipt ofPayment =
        new Receipt.OfPayment(
            payment.id(),
            payment.orderId(),
            payment.amount(),
            payment.status(),
            payment.snapshot().refunded(),
            payment.snapshot().declineReason(),
            correlation);
    assertThat(answered(key, "a", ofOrder)).contains(ofOrder);
    assertThat(answered(key, "b", ofPayment)).contains(ofPayment);
  }

  private Option<Receipt> answered(IdempotencyKey key, String scope, Receipt receipt) {
    Persistence store = persistence();
    KeyedRequest request =
        new KeyedRequest(
            new Principal(scope),
            key,
            RequestFingerprint.of("any", scope),
            receipt.correlationId());
    store
        .unitOfWork()
        .execute(
            stores -> {
              stores.keys().claimFinished(request, receipt);
              return request;
            });
    return store
        .unitOfWork()
        .read(stores -> stores.keys().find(request.scope(), request.key()))
        .flatMap(KeyRecord::receipt);
  }
}
