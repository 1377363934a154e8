package dev.hexwing.domain.testkit;

import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.OrderCommand.Cancel;
import dev.hexwing.domain.testkit.OrderCommand.ConfirmPayment;
import dev.hexwing.domain.testkit.OrderCommand.MarkDelivered;
import dev.hexwing.domain.testkit.OrderCommand.MarkDispatched;
import dev.hexwing.domain.testkit.OrderCommand.Offer;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;

/**
 * Arbitrary orders in every status, and their lives from the first command to the last.
 *
 * <p>Every order is fresh: no two tries share one. Orders are reached through their public commands
 * alone.
 */
public final class OrderLives {

  private static final KeptAggregate.Store<Order, OrderSnapshot, OrderEvent> STORE =
      new KeptAggregate.Store<>(
          Order::snapshot, Order::drainEvents, (snapshot, history) -> Order.reconstitute(snapshot));

  private OrderLives() {}

  /**
   * All that {@link Order#place} asks for.
   *
   * @param orderId its name
   * @param customerId who places it
   * @param lines what is ordered
   * @param dropOff where it goes
   * @param occasion when and why
   */
  public record Placement(
      OrderId orderId,
      CustomerId customerId,
      List<OrderLine> lines,
      DropOff dropOff,
      Occasion occasion) {

    /** A new order of this placement, its event not yet drained. */
    public Order place() {
      return attempt().get();
    }

    /** What placing it comes to. */
    public Either<OrderRefusal, Order> attempt() {
      return Order.place(orderId, customerId, lines, dropOff, occasion);
    }

    private Placement with(List<OrderLine> others) {
      return new Placement(orderId, customerId, others, dropOff, occasion);
    }
  }

  /** Placements that are taken. */
  public static Arbitrary<Placement> placements() {
    return Combinators.combine(
            OrderingValues.orderIds(),
            OrderingValues.customerIds(),
            OrderingValues.orderLines(),
            OrderingValues.dropOffs(),
            SharedValues.occasions())
        .as(Placement::new);
  }

  /** Placements that are refused, each for one reason; every reason there is comes up. */
  public static Arbitrary<Placement> refusedPlacements() {
    return Combinators.combine(placements(), Arbitraries.integers().between(1, 5))
        .as((placement, reason) -> placement.with(spoilt(placement.lines(), reason)));
  }

  private static List<OrderLine> spoilt(List<OrderLine> lines, int reason) {
    OrderLine first = lines.get(0);
    String currency = first.unitPrice().currency().getCurrencyCode();
    String other = currency.equals("EUR") ? "USD" : "EUR";
    String unlike = first.sku().value().equals("A") ? "B" : "A";
    Quantity most = new Quantity(Quantity.MOST);
    return switch (reason) {
      case 1 -> List.of();
      case 2 -> Collections.nCopies(Order.MOST_LINES + 1, first);
      case 3 -> List.of(first, first);
      case 4 -> List.of(first, new OrderLine(new Sku(unlike), most, Money.ofMinor(1, other), 1));
      default ->
          List.of(
              first,
              new OrderLine(new Sku(unlike), most, Money.ofMinor(Long.MAX_VALUE, currency), 1));
    };
  }

  /** Orders in any status, with the events of their way there still to be drained. */
  public static Arbitrary<Order> orders() {
    return Arbitraries.oneOf(Stream.of(OrderStatus.values()).map(OrderLives::orders).toList());
  }

  /** Orders in a status; cancelled ones were paid before, or not. */
  public static Arbitrary<Order> orders(OrderStatus status) {
    return Combinators.combine(
            placements(),
            PaymentValues.paymentIds(),
            OrderingValues.cancellationReasons(),
            SharedValues.occasions(),
            Arbitraries.of(true, false))
        .as(
            (placement, paymentId, reason, occasion, paid) -> {
              Order order = placement.place();
              bring(order, status, paymentId, reason, occasion, paid);
              return order;
            });
  }

  private static void bring(
      Order order,
      OrderStatus status,
      PaymentId paymentId,
      CancellationReason reason,
      Occasion occasion,
      boolean paidBefore) {
    boolean pays =
        switch (status) {
          case PLACED -> false;
          case PAID, DISPATCHED, DELIVERED -> true;
          case CANCELLED -> paidBefore;
        };
    if (pays) {
      order.confirmPayment(paymentId, order.total(), occasion).get();
    }
    switch (status) {
      case PLACED, PAID -> {}
      case CANCELLED -> order.cancel(reason, occasion).get();
      case DISPATCHED -> order.markDispatched(occasion).get();
      case DELIVERED -> {
        order.markDispatched(occasion).get();
        order.markDelivered(occasion).get();
      }
    }
  }

  /** Whole histories, oldest first. */
  public static Arbitrary<List<OrderEvent>> histories() {
    return orders().map(Order::drainEvents);
  }

  /** Events as they happen in whole histories. */
  public static Arbitrary<OrderEvent> events() {
    return Events.anyOf(histories());
  }

  /** Events of one kind, as they happen in whole histories. */
  public static <T extends OrderEvent> Arbitrary<T> events(Class<T> kind) {
    return Events.anyOf(histories(), kind);
  }

  /** Commands in any order; most payments are of exactly the total. */
  public static Arbitrary<OrderCommand> commands() {
    return Arbitraries.oneOf(payments(), cancels(), dispatches(), deliveries());
  }

  /** An order's life: placed, then up to 12 commands, stored and read anew now and then. */
  public static Arbitrary<ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>>> lives() {
    return lives(OrderLives::subject);
  }

  /** Lives of what you make of a placement: your own handler over your own repository. */
  public static Arbitrary<ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>>> lives(
      Function<Placement, Subject<OrderCommand, OrderSnapshot, OrderEvent>> subjects) {
    Action<Life<OrderCommand, OrderSnapshot, OrderEvent>> doPayments = Life.any(payments());
    Action<Life<OrderCommand, OrderSnapshot, OrderEvent>> doCancels = Life.any(cancels());
    Action<Life<OrderCommand, OrderSnapshot, OrderEvent>> doDispatches = Life.any(dispatches());
    Action<Life<OrderCommand, OrderSnapshot, OrderEvent>> doDeliveries = Life.any(deliveries());
    Action<Life<OrderCommand, OrderSnapshot, OrderEvent>> doRereading = Life.rereading();
    return placements()
        .withoutEdgeCases()
        .flatMap(
            placement ->
                ActionChain.startWith(() -> new Life<>(subjects.apply(placement)))
                    .withAction(4, doPayments)
                    .withAction(1, doCancels)
                    .withAction(3, doDispatches)
                    .withAction(2, doDeliveries)
                    .withAction(2, doRereading)
                    .withMaxTransformations(12));
  }

  /** A stored order, as a subject. */
  public static Subject<OrderCommand, OrderSnapshot, OrderEvent> subjectOf(OrderSnapshot stored) {
    return new KeptAggregate<>(Order.reconstitute(stored), STORE);
  }

  /** The order itself, as a subject. */
  public static Subject<OrderCommand, OrderSnapshot, OrderEvent> subject(Placement placement) {
    return new KeptAggregate<>(placement.place(), STORE);
  }

  private static Arbitrary<OrderCommand> payments() {
    return Combinators.combine(
            PaymentValues.paymentIds(),
            Arbitraries.of(
                Offer.EXACTLY,
                Offer.EXACTLY,
                Offer.EXACTLY,
                Offer.ONE_LESS,
                Offer.ONE_MORE,
                Offer.OTHER_CURRENCY),
            SharedValues.occasions())
        .as(ConfirmPayment::new);
  }

  private static Arbitrary<OrderCommand> cancels() {
    return Combinators.combine(OrderingValues.cancellationReasons(), SharedValues.occasions())
        .as(Cancel::new);
  }

  private static Arbitrary<OrderCommand> dispatches() {
    return SharedValues.occasions().map(MarkDispatched::new);
  }

  private static Arbitrary<OrderCommand> deliveries() {
    return SharedValues.occasions().map(MarkDelivered::new);
  }
}
