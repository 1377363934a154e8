package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.notification.Endpoint;
import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Message;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationId;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberId;
import dev.hexwing.domain.notification.Topic;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.BasisPoints;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** Arguments of every type that commands and factories take: an ordinary one, then odd ones. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T10:04:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID NIL = new UUID(0, 0);
  private static final String LONG_TEXT = "\u0000\ud800 \u202e\"'; drop".repeat(50_000);
  private static final Map<Class<?>, List<?>> BY_TYPE = new HashMap<>();

  private Samples() {}

  static {
    put(String.class, "x", "", " ", "\u0000\r\n", "\ud83d\ude80", LONG_TEXT);
    put(Instant.class, NOW.plusSeconds(60), NOW, Instant.MIN, Instant.MAX);
    put(Duration.class, Duration.ofSeconds(1), Duration.ofSeconds(Long.MAX_VALUE));
    put(BigDecimal.class, new BigDecimal("1.5"), new BigDecimal("1E+999999999"));
    put(RoundingMode.class, RoundingMode.HALF_EVEN, RoundingMode.UNNECESSARY);
    put(Currency.class, Currency.getInstance("EUR"), Currency.getInstance("XAU"));
    put(UUID.class, ONE, NIL);
    put(Option.class, Option.none());
    put(long.class, 1L, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    put(int.class, 1, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    put(double.class, 1.0, Double.NaN, Double.NEGATIVE_INFINITY);
    put(long[].class, new long[] {1, 1}, new long[0], new long[] {Long.MAX_VALUE, 1});
    put(String[].class, new String[] {"a"}, new String[0]);
    put(
        Money.class,
        Money.ofMinor(5_000, "EUR"),
        Money.ofMinor(0, "EUR"),
        Money.ofMinor(-1, "EUR"),
        Money.ofMinor(5_000, "JPY"),
        Money.ofMinor(Long.MAX_VALUE, "EUR"),
        Money.ofMinor(Long.MIN_VALUE, "BHD"));
    put(BasisPoints.class, new BasisPoints(1_900), new BasisPoints(Integer.MIN_VALUE));
    put(CorrelationId.class, new CorrelationId("tap-1"));
    put(EventId.class, new EventId("A47/3"));
    put(CausationId.class, new CausationId(new EventId("A47/3")));
    put(IdempotencyKey.class, new IdempotencyKey("k"));
    put(RequestFingerprint.class, RequestFingerprint.of("pay", "shop"));
    put(Version.class, new Version(1), Version.NONE, new Version(Long.MAX_VALUE));
    put(
        Occasion.class,
        at(NOW),
        at(Instant.parse("0001-01-01T00:00:00Z")),
        at(Instant.parse("9999-12-31T23:59:59.999999999Z")));
    put(EventMetadata.class, EventMetadata.of("A47", new Version(3), at(NOW)));
    put(SequencedMap.class, new LinkedHashMap<>());
    put(
        EventRecord.class,
        new EventRecord(
            "x", new LinkedHashMap<>(), EventMetadata.of("A47", new Version(3), at(NOW))));
    put(List.class, List.of());
    put(Map.class, Map.of());
    put(Set.class, Set.of(), Set.of(1));
    put(OrderId.class, new OrderId(ONE), new OrderId(NIL));
    put(CustomerId.class, new CustomerId("c"));
    put(Sku.class, new Sku("A"));
    put(Quantity.class, new Quantity(1));
    put(CancellationReason.class, new CancellationReason("because"));
    put(dev.hexwing.domain.ordering.DropOff.class, new dev.hexwing.domain.ordering.DropOff(0, 0));
    put(OrderLine.class, line());
    put(PaymentId.class, new PaymentId(ONE), new PaymentId(NIL));
    put(RefundId.class, new RefundId(ONE), new RefundId(NIL));
    put(PaymentMethodToken.class, new PaymentMethodToken("pm_card_visa"));
    put(ProcessorReference.class, new ProcessorReference("pi_1"));
    put(DeclineReason.class, new DeclineReason("no", ""));
    put(DroneId.class, new DroneId("A47"));
    put(DroneModel.class, new DroneModel("Heron 2"));
    put(DeliveryId.class, new DeliveryId(ONE), new DeliveryId(NIL));
    put(PayloadCapacity.class, new PayloadCapacity(2_000), new PayloadCapacity(1));
    put(BatteryLevel.class, new BatteryLevel(20), new BatteryLevel(0), new BatteryLevel(100));
    put(
        DispatchPolicy.class,
        DispatchPolicy.STANDARD,
        new DispatchPolicy(new BatteryLevel(0), new BatteryLevel(0), 1),
        new DispatchPolicy(new BatteryLevel(100), new BatteryLevel(100), Integer.MAX_VALUE));
    put(Reason.class, new Reason("because"));
    put(
        Parcel.class,
        new Parcel(1, new dev.hexwing.domain.delivery.DropOff(0, 0)),
        new Parcel(Long.MAX_VALUE, new dev.hexwing.domain.delivery.DropOff(90, 180)));
    put(dev.hexwing.domain.delivery.DropOff.class, new dev.hexwing.domain.delivery.DropOff(0, 0));
    put(ApiKeyId.class, new ApiKeyId(ONE));
    put(RefreshTokenFamilyId.class, new RefreshTokenFamilyId(ONE));
    put(PrincipalId.class, new PrincipalId("shop"));
    put(Scope.class, new Scope("payments:read"), new Scope("x"));
    put(Scopes.class, Scopes.of("payments:read"));
    put(SecretHash.class, hash('a'), hash('b'));
    put(SubscriberId.class, new SubscriberId(ONE));
    put(NotificationId.class, new NotificationId(ONE));
    put(Topic.class, new Topic("a"), new Topic("b"));
    put(Topics.class, Topics.of("a"));
    put(Endpoint.class, new Endpoint("https://a.example"));
    put(Message.class, new Message(new Topic("a"), new EventId("A47/3"), "{}"));
    put(FailureReason.class, new FailureReason("because"));
    put(
        RetryPolicy.class,
        RetryPolicy.STANDARD,
        new RetryPolicy(Duration.ofNanos(1), Duration.ofDays(30), 1, 1));
  }

  private static void put(Class<?> type, Object... values) {
    BY_TYPE.put(type, List.of(values));
  }

  /** The samples of a type, the ordinary one first; none if nothing of it is known. */
  static List<?> of(Class<?> type) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    return BY_TYPE.getOrDefault(type, List.of());
  }

  static Occasion at(Instant moment) {
    return Occasion.of(moment, new CorrelationId("tap-1"));
  }

  private static SecretHash hash(char c) {
    return SecretHash.of(String.valueOf(c).repeat(22)).get();
  }

  private static OrderLine line() {
    return new OrderLine(new Sku("A"), new Quantity(1), Money.ofMinor(5_000, "EUR"), 1);
  }

  static Order order() {
    return Order.place(
            new OrderId(ONE),
            new CustomerId("c"),
            List.of(line()),
            new dev.hexwing.domain.ordering.DropOff(0, 0),
            at(NOW))
        .get();
  }

  static Payment payment() {
    return Payment.request(
            new PaymentId(ONE),
            new OrderId(ONE),
            Money.ofMinor(5_000, "EUR"),
            new PaymentMethodToken("pm_card_visa"),
            at(NOW))
        .get();
  }

  static Drone drone() {
    return Drone.register(
        new DroneId("A47"), new DroneModel("Heron 2"), new PayloadCapacity(2_000), at(NOW));
  }

  static Delivery delivery() {
    Parcel parcel = new Parcel(1, new dev.hexwing.domain.delivery.DropOff(0, 0));
    return Delivery.request(new DeliveryId(ONE), new OrderId(ONE), parcel, at(NOW));
  }

  static ApiKey apiKey() {
    return ApiKey.issue(
            new ApiKeyId(ONE),
            new PrincipalId("shop"),
            hash('a'),
            Scopes.of("payments:read"),
            NOW.plusSeconds(3_600),
            at(NOW))
        .get();
  }

  static RefreshTokenFamily family() {
    return RefreshTokenFamily.start(
            new RefreshTokenFamilyId(ONE),
            new PrincipalId("shop"),
            hash('a'),
            NOW.plusSeconds(3_600),
            at(NOW))
        .get();
  }

  static Subscriber subscriber() {
    return Subscriber.join(
        new SubscriberId(ONE), new Endpoint("https://a.example"), Topics.of("a"), at(NOW));
  }

  static Notification notification() {
    return Notification.queue(
        new NotificationId(ONE),
        new SubscriberId(ONE),
        new Message(new Topic("a"), new EventId("A47/3"), "{}"),
        at(NOW));
  }
}
