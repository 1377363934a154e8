package dev.hexwing.application.exactlyonce;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.Hexwing;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.Principal;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.delivery.RegisterDrone;
import dev.hexwing.application.delivery.ReportBattery;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.ordering.CancelOrder;
import dev.hexwing.application.ordering.PlaceOrder;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.application.payments.PaymentTimes;
import dev.hexwing.application.payments.RefundPayment;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.DirectBroker;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.application.testkit.MutableClock;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.SequentialIds;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One shop with its store, its processor and one node at a time. */
final class World {

  static final Money PRICE = Money.ofMinor(2500, "EUR");
  static final Money TOTAL = Money.ofMinor(5000, "EUR");
  static final PaymentTimes TIMES =
      new PaymentTimes(
          Duration.ofMillis(100),
          Duration.ofSeconds(20),
          Duration.ofMillis(250),
          Duration.ofSeconds(10),
          12,
          Duration.ofSeconds(1));

  final MutableClock clock = MutableClock.standing();
  final InMemoryStore store = new InMemoryStore(clock);
  final ScriptedProcessor processor;
  final Kill kill = new Kill();
  final List<DomainEvent> heard = new CopyOnWriteArrayList<>();
  final InMemoryDeadLetters letters = new InMemoryDeadLetters(clock);
  private final boolean keepsLetters;
  private final UnaryOperator<UnitOfWork> twist;
  private final SequentialIds ids = new SequentialIds();
  private DirectBroker broker = new DirectBroker();
  private Hexwing node;

  World() {
    this(new ScriptedProcessor());
  }

  World(ScriptedProcessor processor) {
    this(processor, UnaryOperator.identity());
  }

  /** A world whose store is twisted, to see that the invariants notice. */
  World(ScriptedProcessor processor, UnaryOperator<UnitOfWork> twist) {
    this(processor, twist, false);
  }

  /** A world that may have a place for what cannot be taken. */
  World(ScriptedProcessor processor, UnaryOperator<UnitOfWork> twist, boolean keepsLetters) {
    this.processor = processor;
    this.keepsLetters = keepsLetters;
    this.twist = twist;
    store.stock(List.of(new Product(new Sku("COFFEE-250"), "Coffee", PRICE, 250)));
    this.node = startNode();
  }

  private Hexwing startNode() {
    broker = new DirectBroker();
    broker.subscribe(new Listener(heard));
    MessageBroker mortal = new MortalBroker(broker, kill);
    DrivenPorts ports =
        new DrivenPorts(
            new MortalUnitOfWork(twist.apply(store), kill),
            store,
            mortal,
            new MortalProcessor(processor, kill),
            store,
            store,
            ids,
            clock);
    return Hexwing.assemble(
        keepsLetters ? ports.withDeadLetters(letters) : ports,
        new HexwingSettings(
            TIMES, DispatchPolicy.STANDARD, Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }

  /** The old node is gone; a new one starts over the same store, after every lease has run out. */
  void restart() {
    kill.at(0);
    node = startNode();
    clock.advance(Duration.ofSeconds(31));
  }

  UseCases shop() {
    return node.useCases();
  }

  /** A node's recovery, run until nothing is due, over an hour of the store's clock. */
  void recover() {
    for (int i = 0; i < 30; i++) {
      node.recoverOnce();
      clock.advance(Duration.ofSeconds(11));
    }
  }

  int recoverOnce() {
    return node.recoverOnce();
  }

  /** Deletes what is over, all of it. */
  void purge() {
    while (node.purgeOnce()) {}
  }

  int takeParkedNotices() {
    return node.takeParkedNotices();
  }

  void deliverEvents() {
    broker.drain(store);
    node.dispatchOnce();
    broker.drain(store);
  }

  /** An event that arrives once more, as after a relay died before it marked it sent. */
  void hearAgain(DomainEvent event) {
    broker.publish(event);
  }

  OrderId placeOrder() {
    return shop()
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

  Either<DomainError, Answered<Receipt.OfPayment>> pay(OrderId orderId, String key) {
    return pay(orderId, key, TOTAL);
  }

  Either<DomainError, Answered<Receipt.OfPayment>> pay(OrderId orderId, String key, Money amount) {
    return pay(orderId, key, amount, new PaymentMethodToken("pm_card_visa"));
  }

  Either<DomainError, Answered<Receipt.OfPayment>> pay(
      OrderId orderId, String key, Money amount, PaymentMethodToken method) {
    return shop()
        .payForOrder()
        .pay(
            new PayForOrder.Command(
                Principal.ANONYMOUS,
                new IdempotencyKey(key),
                orderId,
                amount,
                method,
                new CorrelationId("tap-" + key)));
  }

  Either<DomainError, Answered<Receipt.OfRefund>> refund(
      PaymentId paymentId, String key, Money amount) {
    return shop()
        .refundPayment()
        .refund(
            new RefundPayment.Command(
                Principal.ANONYMOUS,
                new IdempotencyKey(key),
                paymentId,
                amount,
                new CorrelationId("refund-" + key)));
  }

  Either<DomainError, Answered<Receipt.OfOrder>> cancel(OrderId orderId) {
    return shop()
        .cancelOrder()
        .cancel(
            new CancelOrder.Command(
                Principal.ANONYMOUS,
                Option.some(new IdempotencyKey("cancel " + orderId)),
                orderId,
                new CancellationReason("changed my mind"),
                new CorrelationId("cancel")));
  }

  void readyDrone(String name) {
    DroneId droneId = new DroneId(name);
    CorrelationId operator = new CorrelationId("operator");
    shop()
        .registerDrone()
        .register(
            new RegisterDrone.Command(
                droneId, new DroneModel("Heron 2"), new PayloadCapacity(2000), operator));
    shop()
        .reportBattery()
        .report(new ReportBattery.Command(droneId, new BatteryLevel(100), operator));
  }

  OrderStatus orderStatus(OrderId orderId) {
    return shop().findOrder().find(orderId).get().order().status();
  }

  PaymentStatus paymentStatus(PaymentId paymentId) {
    return shop().findPayment().find(paymentId).get().status();
  }

  <R> R stores(Function<Stores, R> work) {
    return store.read(work);
  }

  /** Notes every event that goes out. */
  private record Listener(List<DomainEvent> heard) implements EventConsumer {
    @Override
    public String name() {
      return "test.listener";
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      heard.add(event);
    }
  }
}
