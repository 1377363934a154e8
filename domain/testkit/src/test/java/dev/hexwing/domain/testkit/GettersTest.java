package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentSnapshot;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** An aggregate says of itself what its snapshot says, whatever the getter. */
@Domain(HexwingDomain.class)
class GettersTest {

  @Property
  void of_an_order_agree_with_its_snapshot(@ForAll Order order)
      throws ReflectiveOperationException {
    OrderSnapshot snapshot = order.snapshot();
    agree(order, snapshot, snapshot.orderId());
    order.drainEvents();
    assertThat(order.storedVersion()).isEqualTo(snapshot.version());
  }

  @Property
  void of_a_payment_agree_with_its_snapshot(@ForAll Payment payment)
      throws ReflectiveOperationException {
    PaymentSnapshot snapshot = payment.snapshot();
    agree(payment, snapshot, snapshot.paymentId());
    payment.drainEvents();
    assertThat(payment.storedVersion()).isEqualTo(snapshot.version());
    snapshot
        .everyRefund()
        .forEach(refund -> assertThat(payment.refund(refund.refundId()).get()).isEqualTo(refund));
  }

  @Property
  void of_a_drone_agree_with_its_snapshot(@ForAll Drone drone) throws ReflectiveOperationException {
    DroneSnapshot snapshot = drone.snapshot();
    agree(drone, snapshot, snapshot.droneId());
    drone.drainEvents();
    assertThat(drone.storedVersion()).isEqualTo(snapshot.version());
  }

  @Property
  void of_a_delivery_agree_with_its_snapshot(@ForAll Delivery delivery)
      throws ReflectiveOperationException {
    DeliverySnapshot snapshot = delivery.snapshot();
    agree(delivery, snapshot, snapshot.deliveryId());
    delivery.drainEvents();
    assertThat(delivery.storedVersion()).isEqualTo(snapshot.version());
  }

  @Property
  void of_an_api_key_agree_with_its_snapshot(@ForAll ApiKey key)
      throws ReflectiveOperationException {
    ApiKeySnapshot snapshot = key.snapshot();
    agree(key, snapshot, snapshot.apiKeyId());
    key.drainEvents();
    assertThat(key.storedVersion()).isEqualTo(snapshot.version());
  }

  @Property
  void of_a_family_agree_with_its_snapshot(@ForAll RefreshTokenFamily family)
      throws ReflectiveOperationException {
    RefreshTokenFamilySnapshot snapshot = family.snapshot();
    agree(family, snapshot, snapshot.familyId());
    family.drainEvents();
    assertThat(family.storedVersion()).isEqualTo(snapshot.version());
  }

  @Property
  void of_a_notification_agree_with_its_snapshot(@ForAll Notification notification)
      throws ReflectiveOperationException {
    NotificationSnapshot snapshot = notification.snapshot();
    agree(notification, snapshot, snapshot.notificationId());
    notification.drainEvents();
    assertThat(notification.storedVersion()).isEqualTo(snapshot.version());
  }

  @Property
  void of_a_subscriber_agree_with_its_snapshot(@ForAll Subscriber subscriber)
      throws ReflectiveOperationException {
    SubscriberSnapshot snapshot = subscriber.snapshot();
    agree(subscriber, snapshot, snapshot.subscriberId());
    subscriber.drainEvents();
    assertThat(subscriber.storedVersion()).isEqualTo(snapshot.version());
  }

  private static void agree(Object aggregate, Record snapshot, Object id)
      throws ReflectiveOperationException {
    Map<String, Object> told = new HashMap<>(Map.of("id", id));
    for (RecordComponent part : snapshot.getClass().getRecordComponents()) {
      told.put(part.getName(), part.getAccessor().invoke(snapshot));
    }
    List<String> getters =
        List.of(aggregate.getClass().getMethods()).stream()
            .filter(method -> method.getParameterCount() == 0)
            .map(method -> method.getName())
            .filter(told::containsKey)
            .toList();
    assertThat(getters).contains("id").hasSizeGreaterThan(2);
    for (String getter : getters) {
      assertThat(aggregate.getClass().getMethod(getter).invoke(aggregate))
          .as(getter)
          .isEqualTo(told.get(getter));
    }
  }
}
