package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.DroneSnapshot;
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
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What aggregates cost: to read them, and to read them and take one step.
 *
 * <p>An aggregate takes a step once, so a step is measured together with reading the aggregate
 * anew; {@link DomainReport} tells both, and their difference.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DomainBenchmark {

  private static final int REFUNDS = 49;

  private final Occasion now =
      Occasion.of(Instant.parse("2026-03-01T10:04:00Z"), new CorrelationId("tap-1"));
  private final DispatchPolicy policy =
      new DispatchPolicy(new BatteryLevel(20), new BatteryLevel(10), Integer.MAX_VALUE);
  private final OrderId orderId = new OrderId(new UUID(1, 1));
  private final PaymentId paymentId = new PaymentId(new UUID(2, 2));
  private final DeliveryId deliveryId = new DeliveryId(new UUID(3, 3));
  private final RefundId refundId = new RefundId(new UUID(4, 4));
  private final ProcessorReference charge = new ProcessorReference("pi_1");
  private final Money cent = Money.ofMinor(1, "EUR");
  private final Parcel parcel =
      new Parcel(540, new dev.hexwing.domain.delivery.DropOff(52.52, 13.405));

  private final OrderSnapshot placed = placed().snapshot();
  private final Money total = placed().total();
  private final DroneSnapshot fresh = flown(1);
  private final DroneSnapshot old = flown(10_000);
  private final DroneSnapshot talkative = withVersionOf(fresh, old);
  private final List<PaymentEvent> hundred = refunded(REFUNDS).drainEvents();
  private final PaymentSnapshot tried = triedInVain(1).snapshot();
  private final PaymentSnapshot triedOften = triedInVain(1_000).snapshot();

  private final Order order = placed();
  private final Drone drone = Drone.reconstitute(fresh);
  private final Payment payment = refunded(1);
  private final Object[] seen = new Object[21];
  long grams;

  @Benchmark
  public Payment replay_100_events() {
    return Payment.reconstitute(hundred);
  }

  @Benchmark
  public Order order_read() {
    return Order.reconstitute(placed);
  }

  @Benchmark
  public Object order_paid() {
    return Order.reconstitute(placed).confirmPayment(paymentId, total, now);
  }

  @Benchmark
  public Drone drone_read() {
    return Drone.reconstitute(loaded(fresh));
  }

  @Benchmark
  public Object drone_dispatched() {
    return Drone.reconstitute(loaded(fresh)).dispatch(deliveryId, orderId, parcel, policy, now);
  }

  @Benchmark
  public Object drone_dispatched_often() {
    return Drone.reconstitute(loaded(old)).dispatch(deliveryId, orderId, parcel, policy, now);
  }

  @Benchmark
  public Object drone_dispatched_talkative() {
    return Drone.reconstitute(loaded(talkative)).dispatch(deliveryId, orderId, parcel, policy, now);
  }

  @Benchmark
  public Object payment_refunded() {
    return Payment.reconstitute(loaded(tried), List.of()).requestRefund(refundId, cent, now);
  }

  @Benchmark
  public Object payment_refunded_often() {
    return Payment.reconstitute(loaded(triedOften), List.of()).requestRefund(refundId, cent, now);
  }

  @Benchmark
  public Object getters() {
    seen[0] = order.id();
    seen[1] = order.customerId();
    seen[2] = order.lines();
    seen[3] = order.dropOff();
    seen[4] = order.total();
    seen[5] = order.status();
    seen[6] = order.paymentId();
    seen[7] = order.placedAt();
    seen[8] = order.storedVersion();
    seen[9] = drone.id();
    seen[10] = drone.status();
    seen[11] = drone.battery();
    seen[12] = drone.maintenance();
    seen[13] = drone.deliveryId();
    seen[14] = drone.storedVersion();
    seen[15] = payment.id();
    seen[16] = payment.orderId();
    seen[17] = payment.amount();
    seen[18] = payment.status();
    seen[19] = payment.charge();
    seen[20] = payment.storedVersion();
    grams += order.grams();
    return seen;
  }

  /** The snapshot made anew, as whoever loads it from a store of his own makes it. */
  private static PaymentSnapshot loaded(PaymentSnapshot kept) {
    return new PaymentSnapshot(
        kept.paymentId(),
        kept.orderId(),
        kept.amount(),
        kept.method(),
        kept.status(),
        kept.charge(),
        kept.declineReason(),
        kept.refunds(),
        kept.refundInVain(),
        kept.requestedAt(),
        kept.version());
  }

  private static DroneSnapshot loaded(DroneSnapshot kept) {
    return new DroneSnapshot(
        kept.droneId(),
        kept.model(),
        kept.capacity(),
        kept.battery(),
        kept.maintenance(),
        kept.flights(),
        kept.status(),
        kept.deliveryId(),
        kept.version());
  }

  private Order placed() {
    List<OrderLine> lines =
        List.of(line("COFFEE-250", 2_500), line("TEA-100", 900), line("CUP", 1_200));
    return Order.place(orderId, new CustomerId("ada"), lines, new DropOff(52.52, 13.405), now)
        .get();
  }

  private static OrderLine line(String sku, long price) {
    return new OrderLine(new Sku(sku), new Quantity(2), Money.ofMinor(price, "EUR"), 270);
  }

  private DroneSnapshot flown(int flights) {
    Drone flying =
        Drone.register(
            new DroneId("A47"), new DroneModel("Heron 2"), new PayloadCapacity(2_000), now);
    flying.reportBattery(new BatteryLevel(100), policy, now);
    for (int i = 0; i < flights; i++) {
      flying.dispatch(deliveryId, orderId, parcel, policy, now).get();
      flying.turnHome().get();
      flying.returnHome(policy, now).get();
    }
    return flying.snapshot();
  }

  /** A drone that flew as little as one, and with its reports changed as often as another. */
  private DroneSnapshot withVersionOf(DroneSnapshot flown, DroneSnapshot changed) {
    Drone drone = Drone.reconstitute(flown);
    while (drone.snapshot().version().compareTo(changed.version()) < 0) {
      drone.reportBattery(new BatteryLevel(100), policy, now);
    }
    return drone.snapshot();
  }

  private Payment charged() {
    Payment fresh =
        Payment.request(
                paymentId,
                orderId,
                Money.ofMinor(5_000, "EUR"),
                new PaymentMethodToken("pm_card_visa"),
                now)
            .get();
    fresh.confirm(charge, now).get();
    return fresh;
  }

  private Payment refunded(int times) {
    Payment refunded = charged();
    for (int i = 0; i < times; i++) {
      RefundId one = new RefundId(new UUID(5, i));
      refunded.requestRefund(one, cent, now).get();
      refunded.confirmRefund(one, charge, now).get();
    }
    return refunded;
  }

  private Payment triedInVain(int times) {
    Payment tryAgain = charged();
    Random names = new Random(42);
    for (int i = 0; i < times; i++) {
      RefundId one = new RefundId(new UUID(names.nextLong(), names.nextLong()));
      tryAgain.requestRefund(one, cent, now).get();
      tryAgain.declineRefund(one, new DeclineReason("card_declined", ""), now).get();
    }
    return tryAgain;
  }
}
