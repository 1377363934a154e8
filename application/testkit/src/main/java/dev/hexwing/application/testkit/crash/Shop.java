package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.Principal;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.delivery.RegisterDrone;
import dev.hexwing.application.delivery.ReportBattery;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.ordering.CancelOrder;
import dev.hexwing.application.ordering.PlaceOrder;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.application.payments.RefundPayment;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an act of a use case can do at the shop that is explored: ask what a customer asks, and have
 * happen what happens in the background.
 *
 * <p>There is one order, of 50.00 EUR. Every request goes to a node that lives; what comes of it is
 * written down and audited, and no act needs to look at it.
 */
public final class Shop {

  private final Run run;
  private final Desk desk;
  private final int seat;
  private final SplittableRandom dice;

  /** What the acts of one run share: the order, and the payment that paid it. */
  static final class Desk {
    private Option<OrderId> orderId = Option.none();
    private Option<PaymentId> paymentId = Option.none();

    Option<OrderId> orderId() {
      return orderId;
    }
  }

  Shop(Run run, Desk desk, int seat, SplittableRandom dice) {
    this.run = run;
    this.desk = desk;
    this.seat = seat;
    this.dice = dice;
  }

  private Node node() {
    List<Node> living = run.nodes().stream().filter(node -> !node.isDead()).toList();
    if (living.isEmpty()) {
      throw new NodeDied("every node");
    }
    return living.get(seat % living.size());
  }

  private UseCases useCases() {
    return node().useCases();
  }

  /** Places the order; to be called once, first. */
  public void placeOrder() {
    desk.orderId =
        useCases()
            .placeOrder()
            .place(
                new PlaceOrder.Command(
                    Principal.ANONYMOUS,
                    Option.none(),
                    List.of(new PlaceOrder.Item(Run.SKU, new Quantity(2))),
                    new DropOff(52.52, 13.405),
                    new CorrelationId("place")))
            .map(answered -> answered.receipt().order().orderId())
            .toOption();
  }

  /** Pays for the order under a key. */
  public void pay(String key) {
    run.told()
        .of(
            key,
            () ->
                useCases()
                    .payForOrder()
                    .pay(
                        new PayForOrder.Command(
                            Principal.ANONYMOUS,
                            new IdempotencyKey(key),
                            desk.orderId.get(),
                            Run.TOTAL,
                            new PaymentMethodToken("pm_card_visa"),
                            new CorrelationId("tap-" + key)))
                    .peek(answered -> note(answered.receipt())));
  }

  /** Has the processor decline whatever it is asked next, unless it has answered that before. */
  public void declineNext() {
    run.processor().nextRequest(Fate.DECLINED);
  }

  private void note(Receipt.OfPayment receipt) {
    if (receipt.status().holdsTheOrder()) {
      desk.paymentId = Option.some(receipt.paymentId());
    }
  }

  /** Gives some of the payment back under a key, in cents; nothing if nothing was ever paid. */
  public void refund(String key, long amountMinor) {
    desk.paymentId.forEach(
        paymentId ->
            run.told()
                .of(
                    key,
                    () ->
                        useCases()
                            .refundPayment()
                            .refund(
                                new RefundPayment.Command(
                                    Principal.ANONYMOUS,
                                    new IdempotencyKey(key),
                                    paymentId,
                                    Money.ofMinor(amountMinor, "EUR"),
                                    new CorrelationId("refund-" + key)))));
  }

  /** Calls the order off under a key. */
  public void cancel(String key) {
    run.told()
        .of(
            key,
            () ->
                useCases()
                    .cancelOrder()
                    .cancel(
                        new CancelOrder.Command(
                            Principal.ANONYMOUS,
                            Option.some(new IdempotencyKey(key)),
                            desk.orderId.get(),
                            new CancellationReason("changed my mind"),
                            new CorrelationId("cancel-" + key))));
  }

  /** Adds a drone that is fit to fly. */
  public void readyDrone(String name) {
    DroneId droneId = new DroneId(name);
    CorrelationId operator = new CorrelationId("operator");
    useCases()
        .registerDrone()
        .register(
            new RegisterDrone.Command(
                droneId, new DroneModel("Heron 2"), new PayloadCapacity(2000), operator));
    useCases()
        .reportBattery()
        .report(new ReportBattery.Command(droneId, new BatteryLevel(100), operator));
  }

  /** Has a node's recovery look into what is due. */
  public void recover() {
    background(() -> node().recoverNext());
  }

  /** Has a node's relay send what waits, and parcels flown. */
  public void deliverEvents() {
    background(() -> node().deliverEvents());
  }

  /** Has the processor's notices arrive, in any order and some of them twice. */
  public void hearNotices() {
    run.hearNotices(node(), dice);
  }

  /** Lets time pass, for the store and for every node, while whoever is under way stands still. */
  public void passTime(Duration duration) {
    node().pass(Step.Kind.BEFORE, "time");
    run.passTime(duration);
  }

  /** A background worker logs what failed, and tries again later. */
  private void background(Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable | WriteConflict failed) {
      run.steps().note("=> the background is told " + failed.getMessage());
    }
  }
}
