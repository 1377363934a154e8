package dev.hexwing.persistence;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.Hexwing;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.ordering.CancelOrder;
import dev.hexwing.application.ordering.PlaceOrder;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.application.payments.PaymentTimes;
import dev.hexwing.application.payments.RefundPayment;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.testkit.DirectBroker;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The application over a real database whose connections can be broken, and a scripted company. */
final class RealNode implements AutoCloseable {

  private static final int PATIENCE = 20;
  private static final Money TOTAL = Money.ofMinor(5_000, "EUR");
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final HexwingSettings SETTINGS =
      new HexwingSettings(
          new PaymentTimes(
              Duration.ofMillis(1),
              LEASE,
              Duration.ofMillis(250),
              Duration.ofSeconds(10),
              30,
              Duration.ofSeconds(1)),
          DispatchPolicy.STANDARD,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private final TestDatabase database;
  private final FaultyDataSource faults;
  private final Persistence persistence;
  private final Runnable afterwards;
  private final ScriptedProcessor processor = new ScriptedProcessor();
  private final DirectBroker broker = new DirectBroker();
  private final Hexwing hexwing;

  private RealNode(
      TestDatabase database,
      FaultyDataSource faults,
      Persistence persistence,
      Runnable afterwards) {
    this.database = database;
    this.faults = faults;
    this.persistence = persistence;
    this.afterwards = afterwards;
    persistence
        .catalog()
        .replaceAll(
            List.of(
                new Product(new Sku("COFFEE-250"), "Coffee", Money.ofMinor(2_500, "EUR"), 250)));
    this.hexwing =
        Hexwing.assemble(
            new DrivenPorts(
                persistence.unitOfWork(),
                persistence.outboxQueue(),
                broker,
                processor,
                persistence.catalog(),
                persistence.figures(),
                persistence.ids(),
                InstantSource.system()),
            SETTINGS);
  }

  static RealNode over(TestDatabase database) {
    FaultyDataSource faults = new FaultyDataSource();
    return new RealNode(database, faults, database.open(faults::around), () -> {});
  }

  static RealNode throughAGate(TestDatabase database) {
    TcpGate gate = database.gate();
    FaultyDataSource faults = new FaultyDataSource(gate);
    return new RealNode(database, faults, database.openThrough(gate, faults::around), gate::close);
  }

  FaultyDataSource faults() {
    return faults;
  }

  ScriptedProcessor processor() {
    return processor;
  }

  void loseNextAnswer() {
    processor.next(Fate.ANSWER_LOST);
  }

  OrderId placeOrder() {
    return hexwing
        .useCases()
        .placeOrder()
        .place(
            new PlaceOrder.Command(
                Principal.ANONYMOUS,
                Option.none(),
                List.of(new PlaceOrder.Item(new Sku("COFFEE-250"), new Quantity(2))),
                new DropOff(52.52, 13.405),
                new CorrelationId("place")))
        .get()
        .receipt()
        .order()
        .orderId();
  }

  /** One request to pay; none if the store was away, and the customer heard of a failure. */
  Option<Receipt.OfPayment> pay(OrderId orderId, String key) {
    return heard(
        () ->
            hexwing
                .useCases()
                .payForOrder()
                .pay(
                    new PayForOrder.Command(
                        Principal.ANONYMOUS,
                        new IdempotencyKey(key + " " + orderId),
                        orderId,
                        TOTAL,
                        new PaymentMethodToken("pm_card_visa"),
                        new CorrelationId("tap"))));
  }

  Option<Receipt.OfRefund> refund(OrderId orderId, String payment, String key, long amount) {
    return pay(orderId, payment)
        .flatMap(
            paid ->
                heard(
                    () ->
                        hexwing
                            .useCases()
                            .refundPayment()
                            .refund(
                                new RefundPayment.Command(
                                    Principal.ANONYMOUS,
                                    new IdempotencyKey(key + " " + orderId),
                                    paid.paymentId(),
                                    Money.ofMinor(amount, "EUR"),
                                    new CorrelationId("refund")))));
  }

  Option<Receipt.OfOrder> cancel(OrderId orderId) {
    return heard(
        () ->
            hexwing
                .useCases()
                .cancelOrder()
                .cancel(
                    new CancelOrder.Command(
                        Principal.ANONYMOUS,
                        Option.some(new IdempotencyKey("cancel " + orderId)),
                        orderId,
                        new CancellationReason("changed my mind"),
                        new CorrelationId("cancel"))));
  }

  private static <R extends Receipt> Option<R> heard(
      Supplier<Either<DomainError, Answered<R>>> request) {
    try {
      return request.get().map(Answered::receipt).toOption();
    } catch (StoreUnavailable away) {
      return Option.none();
    }
  }

  /** Asks with the same key until the outcome is final; time passes in between. */
  PaymentStatus payUntilTold(OrderId orderId, String key) {
    return untilTold(
            () -> pay(orderId, key).filter(receipt -> receipt.status().isFinal()), "a payment")
        .status();
  }

  void refundUntilTold(OrderId orderId, String payment, String key, long amount) {
    RefundStatus told =
        untilTold(
                () ->
                    refund(orderId, payment, key, amount)
                        .filter(receipt -> receipt.status().isFinal()),
                "a refund")
            .status();
    if (told != RefundStatus.CONFIRMED) {
      throw new AssertionError("the refund was told as " + told);
    }
  }

  void cancelUntilTold(OrderId orderId) {
    untilTold(() -> cancel(orderId), "a cancellation");
  }

  private <R> R untilTold(Supplier<Option<R>> request, String what) {
    for (int turn = 0; turn < PATIENCE; turn++) {
      Option<R> told = request.get();
      if (told.isDefined()) {
        return told.get();
      }
      passLease();
      recover();
    }
    throw new AssertionError(what + " was never told for good");
  }

  void passLease() {
    database.advance(LEASE.plusSeconds(15));
  }

  void recover() {
    unlessAway(hexwing::recoverOnce);
  }

  void deliverEvents() {
    unlessAway(() -> broker.drain(persistence.outboxQueue()));
  }

  private static void unlessAway(Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable away) {
      // The worker would log it and try again after its interval.
      return;
    }
  }

  /** Recovers and delivers until nothing is left to do. */
  void settle() {
    for (int turn = 0; turn < 4; turn++) {
      passLease();
      recover();
      deliverEvents();
    }
  }

  OrderStatus status(OrderId orderId) {
    return hexwing.useCases().findOrder().find(orderId).get().order().status();
  }

  @Override
  public void close() {
    hexwing.close();
    persistence.close();
    afterwards.run();
  }
}
