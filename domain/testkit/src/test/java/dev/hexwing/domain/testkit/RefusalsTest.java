package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.ApiKeyRefusal;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.RefreshTokenRefusal;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliveryRefusal;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneRefusal;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationRefusal;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberRefusal;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentRefusal;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainError.Kind;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Provokes every refusal through public commands, and finds that none was forgotten. */
class RefusalsTest {

  private static final List<Class<?>> FAMILIES =
      List.of(
          OrderRefusal.class,
          PaymentRefusal.class,
          DroneRefusal.class,
          DeliveryRefusal.class,
          ApiKeyRefusal.class,
          RefreshTokenRefusal.class,
          NotificationRefusal.class,
          SubscriberRefusal.class);

  private static final Occasion NOW =
      Occasion.of(Instant.parse("2026-03-01T10:04:00Z"), new CorrelationId("tap-1"));
  private static final Occasion LATER =
      Occasion.of(Instant.parse("2026-03-01T11:04:00Z"), new CorrelationId("tap-1"));
  private static final PrincipalId SHOP = new PrincipalId("shop");
  private static final DispatchPolicy POLICY = DispatchPolicy.STANDARD;
  private static final UUID ONE = new UUID(0, 1);

  @Test
  void every_refusal_of_every_family_can_be_provoked() {
    List<Class<?>> declared = FAMILIES.stream().flatMap(RefusalsTest::leaves).toList();
    assertThat(declared).hasSizeGreaterThan(20);
    assertThat(provoked().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  @ParameterizedTest
  @MethodSource("provoked")
  void a_refusal_has_a_code_a_kind_and_a_sentence(DomainError refusal) {
    assertThat(refusal.code()).matches("[a-z]+\\.[a-z-]+");
    assertThat(refusal.message()).isNotBlank().doesNotContain("null", "\n", "@");
    assertThat(refusal.kind()).isEqualTo(KINDS.get(refusal.code()));
    assertThat(refusal.field().forAll(field -> field.matches("[a-zA-Z]+"))).isTrue();
    assertThat(refusal.field().isDefined() || refusal.kind() != Kind.INVALID).isTrue();
  }

  @Test
  void no_two_refusals_share_a_code() {
    Map<String, Class<?>> owners = new HashMap<>();
    provoked()
        .forEach(
            refusal ->
                assertThat(owners.merge(refusal.code(), refusal.getClass(), (a, b) -> a))
                    .isEqualTo(refusal.getClass()));
    assertThat(owners.keySet()).isEqualTo(KINDS.keySet());
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("order.line-count", Kind.INVALID),
          Map.entry("order.duplicate-sku", Kind.INVALID),
          Map.entry("order.mixed-currencies", Kind.INVALID),
          Map.entry("order.total-too-large", Kind.INVALID),
          Map.entry("order.amount-differs", Kind.REFUSED),
          Map.entry("order.already-paid", Kind.CONFLICT),
          Map.entry("order.wrong-status", Kind.CONFLICT),
          Map.entry("payment.amount-not-positive", Kind.INVALID),
          Map.entry("payment.wrong-status", Kind.CONFLICT),
          Map.entry("payment.already-confirmed", Kind.CONFLICT),
          Map.entry("payment.already-declined", Kind.CONFLICT),
          Map.entry("refund.nothing-charged", Kind.CONFLICT),
          Map.entry("refund.exceeds-charge", Kind.REFUSED),
          Map.entry("refund.currency-differs", Kind.INVALID),
          Map.entry("refund.exists", Kind.CONFLICT),
          Map.entry("refund.unknown", Kind.NOT_FOUND),
          Map.entry("refund.wrong-status", Kind.CONFLICT),
          Map.entry("drone.grounded", Kind.CONFLICT),
          Map.entry("drone.already-dispatched", Kind.CONFLICT),
          Map.entry("drone.battery-unknown", Kind.REFUSED),
          Map.entry("drone.battery-too-low", Kind.REFUSED),
          Map.entry("drone.maintenance-due", Kind.REFUSED),
          Map.entry("drone.parcel-too-heavy", Kind.REFUSED),
          Map.entry("drone.wrong-status", Kind.CONFLICT),
          Map.entry("delivery.wrong-status", Kind.CONFLICT),
          Map.entry("access.key-expiry-not-ahead", Kind.INVALID),
          Map.entry("access.key-revoked", Kind.REFUSED),
          Map.entry("access.key-expired", Kind.REFUSED),
          Map.entry("access.scope-missing", Kind.REFUSED),
          Map.entry("access.tokens-expiry-not-ahead", Kind.INVALID),
          Map.entry("access.tokens-revoked", Kind.REFUSED),
          Map.entry("access.tokens-expired", Kind.REFUSED),
          Map.entry("access.token-successor-not-new", Kind.INVALID),
          Map.entry("notification.wrong-status", Kind.CONFLICT),
          Map.entry("subscriber.wrong-status", Kind.CONFLICT));

  static Stream<DomainError> provoked() {
    List<DomainError> all = new ArrayList<>();
    orders(all);
    payments(all);
    drones(all);
    deliveries(all);
    keys(all);
    tokens(all);
    messages(all);
    return all.stream();
  }

  private static void orders(List<DomainError> all) {
    OrderLine coffee = line("COFFEE-250", 5_000, "EUR");
    all.add(refusal(place()));
    all.add(refusal(place(coffee, coffee)));
    all.add(refusal(place(coffee, line("TEA", 500, "JPY"))));
    all.add(refusal(place(line("GOLD", Long.MAX_VALUE, "EUR"), coffee)));
    Order order = place(coffee).get();
    PaymentId paymentId = new PaymentId(ONE);
    all.add(refusal(order.confirmPayment(paymentId, Money.ofMinor(4_999, "EUR"), NOW)));
    all.add(refusal(order.markDispatched(NOW)));
    order.confirmPayment(paymentId, order.total(), NOW).get();
    all.add(refusal(order.confirmPayment(paymentId, order.total(), NOW)));
    order.cancel(new CancellationReason("changed my mind"), NOW).get();
    all.add(refusal(order.cancel(new CancellationReason("again"), NOW)));
  }

  private static Either<OrderRefusal, Order> place(OrderLine... lines) {
    return Order.place(
        new OrderId(ONE), new CustomerId("c1"), List.of(lines), new DropOff(52.52, 13.405), NOW);
  }

  private static OrderLine line(String sku, long price, String currency) {
    return new OrderLine(new Sku(sku), new Quantity(1), Money.ofMinor(price, currency), 250);
  }

  private static void payments(List<DomainError> all) {
    Money fifty = Money.ofMinor(5_000, "EUR");
    RefundId first = new RefundId(new UUID(0, 1));
    RefundId second = new RefundId(new UUID(0, 2));
    ProcessorReference charge = new ProcessorReference("pi_1");
    DeclineReason no = new DeclineReason("card_declined", "");
    all.add(refusal(request(Money.ofMinor(0, "EUR"))));
    Payment payment = request(fifty).get();
    all.add(refusal(payment.recordUnexpectedCharge(charge, NOW)));
    all.add(refusal(payment.requestRefund(first, fifty, NOW)));
    payment.confirm(charge, NOW).get();
    all.add(refusal(payment.decline(no, NOW)));
    all.add(refusal(payment.requestRefund(first, Money.ofMinor(1, "USD"), NOW)));
    all.add(refusal(payment.requestRefund(first, Money.ofMinor(-1, "EUR"), NOW)));
    all.add(refusal(payment.requestRefund(first, Money.ofMinor(5_001, "EUR"), NOW)));
    all.add(refusal(payment.confirmRefund(first, charge, NOW)));
    payment.requestRefund(first, fifty, NOW).get();
    all.add(refusal(payment.requestRefund(first, fifty, NOW)));
    all.add(refusal(payment.requestRefund(second, Money.ofMinor(1, "EUR"), NOW)));
    payment.confirmRefund(first, charge, NOW).get();
    all.add(refusal(payment.declineRefund(first, no, NOW)));
    Payment declined = request(fifty).get();
    declined.decline(no, NOW).get();
    all.add(refusal(declined.confirm(charge, NOW)));
  }

  private static Either<PaymentRefusal, Payment> request(Money amount) {
    return Payment.request(
        new PaymentId(ONE), new OrderId(ONE), amount, new PaymentMethodToken("pm_card_visa"), NOW);
  }

  private static void drones(List<DomainError> all) {
    DispatchPolicy often = new DispatchPolicy(new BatteryLevel(20), new BatteryLevel(10), 1);
    Drone drone =
        Drone.register(
            new DroneId("A47"), new DroneModel("Heron 2"), new PayloadCapacity(2_000), NOW);
    all.add(refusal(dispatch(drone, 2_000)));
    drone.reportBattery(new BatteryLevel(19), POLICY, NOW);
    all.add(refusal(dispatch(drone, 2_000)));
    drone.reportBattery(new BatteryLevel(20), POLICY, NOW);
    all.add(refusal(dispatch(drone, 2_001)));
    all.add(refusal(drone.turnHome()));
    dispatch(drone, 2_000).get();
    all.add(refusal(dispatch(drone, 2_000)));
    drone.turnHome().get();
    drone.returnHome(often, NOW).get();
    all.add(refusal(dispatch(drone, 2_000)));
    drone.ground(new Reason("a rotor is loose"), POLICY, NOW).get();
    all.add(refusal(dispatch(drone, 2_000)));
  }

  private static Either<DroneRefusal, ?> dispatch(Drone drone, long grams) {
    Parcel parcel = new Parcel(grams, new dev.hexwing.domain.delivery.DropOff(52.52, 13.405));
    return drone.dispatch(new DeliveryId(ONE), new OrderId(ONE), parcel, POLICY, NOW);
  }

  private static void deliveries(List<DomainError> all) {
    Parcel parcel = new Parcel(1, new dev.hexwing.domain.delivery.DropOff(0, 0));
    Delivery delivery = Delivery.request(new DeliveryId(ONE), new OrderId(ONE), parcel, NOW);
    all.add(refusal(delivery.complete(NOW)));
    all.add(refusal(delivery.fail(new Reason("wind"), NOW)));
    all.add(refusal(delivery.requestAgain(NOW)));
    delivery.dispatch(new DroneId("A47")).get();
    all.add(refusal(delivery.dispatch(new DroneId("A48"))));
  }

  private static void keys(List<DomainError> all) {
    ApiKeyId id = new ApiKeyId(ONE);
    Scopes read = Scopes.of("payments:read");
    all.add(refusal(ApiKey.issue(id, SHOP, secret('a'), read, NOW.at(), NOW)));
    ApiKey key = ApiKey.issue(id, SHOP, secret('a'), read, LATER.at(), NOW).get();
    all.add(refusal(key.use(new Scope("payments:write"), NOW.at())));
    all.add(refusal(key.use(new Scope("payments:read"), LATER.at())));
    key.revoke(NOW).get();
    all.add(refusal(key.use(new Scope("payments:read"), NOW.at())));
    all.add(refusal(key.revoke(NOW)));
  }

  private static void tokens(List<DomainError> all) {
    RefreshTokenFamilyId id = new RefreshTokenFamilyId(ONE);
    all.add(refusal(RefreshTokenFamily.start(id, SHOP, secret('a'), NOW.at(), NOW)));
    RefreshTokenFamily family =
        RefreshTokenFamily.start(id, SHOP, secret('a'), LATER.at(), NOW).get();
    all.add(refusal(family.rotate(secret('a'), secret('a'), NOW)));
    all.add(refusal(family.rotate(secret('a'), secret('b'), LATER)));
    family.revoke(NOW).get();
    all.add(refusal(family.rotate(secret('a'), secret('b'), NOW)));
    all.add(refusal(family.revoke(NOW)));
  }

  private static SecretHash secret(char c) {
    return SecretHash.of(String.valueOf(c).repeat(22)).get();
  }

  private static void messages(List<DomainError> all) {
    FailureReason gone = new FailureReason("connection refused");
    Notification notification = Samples.notification();
    all.add(refusal(notification.queueAgain(NOW)));
    notification.markDelivered(NOW).get();
    all.add(refusal(notification.markDelivered(NOW)));
    all.add(refusal(notification.markFailed(gone, RetryPolicy.STANDARD, NOW)));
    all.add(refusal(notification.abandon(gone, NOW)));
    Subscriber subscriber = Samples.subscriber();
    all.add(refusal(subscriber.resume(NOW)));
    subscriber.leave(NOW).get();
    all.add(refusal(subscriber.changeTopics(Topics.of("a"), NOW)));
    all.add(refusal(subscriber.leave(NOW)));
  }

  private static DomainError refusal(Either<? extends DomainError, ?> answer) {
    return answer.getLeft();
  }

  private static Stream<Class<?>> leaves(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses()).flatMap(RefusalsTest::leaves)
        : Stream.of(family);
  }
}
