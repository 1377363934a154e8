package dev.hexwing.domain.ordering;

import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderEvent.OrderDelivered;
import dev.hexwing.domain.ordering.OrderEvent.OrderDispatched;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.ordering.OrderRefusal.AlreadyPaid;
import dev.hexwing.domain.ordering.OrderRefusal.AmountDiffers;
import dev.hexwing.domain.ordering.OrderRefusal.DuplicateSku;
import dev.hexwing.domain.ordering.OrderRefusal.LineCountOutOfRange;
import dev.hexwing.domain.ordering.OrderRefusal.MixedCurrencies;
import dev.hexwing.domain.ordering.OrderRefusal.TotalTooLarge;
import dev.hexwing.domain.ordering.OrderRefusal.WrongStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * An order: what a customer wants, what it costs, and how far it has come.
 *
 * <p>{@code PLACED → PAID → DISPATCHED → DELIVERED}, and {@code PLACED|PAID → CANCELLED}. No step
 * is skipped, repeated or undone; a refused command leaves the order as it was. Only a payment of
 * exactly the total pays it, and a paid order is never paid again.
 *
 * <pre>{@code
 * Order order = Order.place(id, customer, lines, dropOff, occasion).get();
 * order.confirmPayment(paymentId, order.total(), later);
 * orders.save(order);
 * }</pre>
 *
 * <p>Not safe for use by several threads: each loads its own.
 */
@AggregateRoot
public final class Order {

  /** The most lines that an order may have. */
  public static final int MOST_LINES = 100;

  @Identity private final OrderId orderId;
  private final CustomerId customerId;
  private final List<OrderLine> lines;
  private final DropOff dropOff;
  private final Money total;
  private final Instant placedAt;
  private final Changes<OrderEvent> changes;
  private OrderStatus status;
  private Option<PaymentId> paymentId;

  private Order(OrderSnapshot state, Money total, Version stored) {
    this.orderId = state.orderId();
    this.customerId = state.customerId();
    this.lines = state.lines();
    this.dropOff = state.dropOff();
    this.total = total;
    this.placedAt = state.placedAt();
    this.status = state.status();
    this.paymentId = state.paymentId();
    this.changes = Changes.since(orderId.toString(), stored);
  }

  /**
   * Takes a new order.
   *
   * @param lines 1 to 100, no product twice, all in one currency; prices come from the catalogue
   */
  public static Either<OrderRefusal, Order> place(
      OrderId orderId,
      CustomerId customerId,
      List<OrderLine> lines,
      DropOff dropOff,
      Occasion occasion) {
    Objects.requireNonNull(orderId, "orderId");
    Objects.requireNonNull(customerId, "customerId");
    Objects.requireNonNull(dropOff, "dropOff");
    Objects.requireNonNull(occasion, "occasion");
    List<OrderLine> own = List.copyOf(Objects.requireNonNull(lines, "lines"));
    return sum(own)
        .map(
            total -> {
              Order order =
                  new Order(
                      new OrderSnapshot(
                          orderId,
                          customerId,
                          own,
                          dropOff,
                          OrderStatus.PLACED,
                          Option.none(),
                          occasion.at(),
                          Version.NONE),
                      total,
                      Version.NONE);
              order.changes.record(
                  new OrderPlaced(
                      order.changes.next(occasion), orderId, customerId, own, total, dropOff));
              return order;
            });
  }

  /**
   * Brings a stored order back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no order's: a bug or a damaged store
   */
  public static Order reconstitute(OrderSnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    Money total =
        sum(snapshot.lines())
            .getOrElseThrow(refusal -> new IllegalArgumentException(refusal.message()));
    boolean paid =
        switch (snapshot.status()) {
          case PLACED -> false;
          case PAID, DISPATCHED, DELIVERED -> true;
          case CANCELLED -> snapshot.paymentId().isDefined();
        };
    if (paid != snapshot.paymentId().isDefined() || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException(
          "an order that is "
              + snapshot.status()
              + " with payment "
              + snapshot.paymentId()
              + " at version "
              + snapshot.version());
    }
    return new Order(snapshot, total, snapshot.version());
  }

  /** Marks the order paid, if the payment is of exactly the total. */
  public Either<OrderRefusal, OrderPaid> confirmPayment(
      PaymentId payment, Money amount, Occasion occasion) {
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(occasion, "occasion");
    if (status != OrderStatus.PLACED) {
      return Either.left(
          paymentId
              .<OrderRefusal>map(AlreadyPaid::new)
              .getOrElse(() -> new WrongStatus("pay", status)));
    }
    if (!amount.equals(total)) {
      return Either.left(new AmountDiffers(total, amount));
    }
    OrderPaid paid =
        changes.record(
            new OrderPaid(changes.next(occasion), orderId, payment, total, grams(), dropOff));
    status = OrderStatus.PAID;
    paymentId = Option.some(payment);
    return Either.right(paid);
  }

  /** Calls the order off; if it had been paid, the event names the payment to give back. */
  public Either<OrderRefusal, OrderCancelled> cancel(CancellationReason reason, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    if (status != OrderStatus.PLACED && status != OrderStatus.PAID) {
      return Either.left(new WrongStatus("cancel", status));
    }
    OrderCancelled cancelled =
        changes.record(new OrderCancelled(changes.next(occasion), orderId, reason, paymentId));
    status = OrderStatus.CANCELLED;
    return Either.right(cancelled);
  }

  /** Notes that a drone took off with the order. */
  public Either<OrderRefusal, OrderDispatched> markDispatched(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != OrderStatus.PAID) {
      return Either.left(new WrongStatus("dispatch", status));
    }
    OrderDispatched dispatched =
        changes.record(new OrderDispatched(changes.next(occasion), orderId));
    status = OrderStatus.DISPATCHED;
    return Either.right(dispatched);
  }

  /** Notes that the order is with the customer. */
  public Either<OrderRefusal, OrderDelivered> markDelivered(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != OrderStatus.DISPATCHED) {
      return Either.left(new WrongStatus("deliver", status));
    }
    OrderDelivered delivered = changes.record(new OrderDelivered(changes.next(occasion), orderId));
    status = OrderStatus.DELIVERED;
    return Either.right(delivered);
  }

  private static Either<OrderRefusal, Money> sum(List<OrderLine> lines) {
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      return Either.left(new LineCountOutOfRange(lines.size()));
    }
    Currency currency = lines.get(0).unitPrice().currency();
    Set<Sku> seen = HashSet.newHashSet(lines.size());
    Money total = Money.zero(currency);
    for (OrderLine line : lines) {
      if (!seen.add(line.sku())) {
        return Either.left(new DuplicateSku(line.sku()));
      }
      if (!line.unitPrice().currency().equals(currency)) {
        return Either.left(new MixedCurrencies(currency, line.unitPrice().currency()));
      }
      try {
        total = total.plus(line.total());
      } catch (ArithmeticException e) {
        return Either.left(new TotalTooLarge(currency));
      }
    }
    return Either.right(total);
  }

  /** The name of the order. */
  public OrderId id() {
    return orderId;
  }

  /** Who placed it. */
  public CustomerId customerId() {
    return customerId;
  }

  /** What was ordered; unmodifiable. */
  public List<OrderLine> lines() {
    return lines;
  }

  /** Where it goes. */
  public DropOff dropOff() {
    return dropOff;
  }

  /** The exact sum of the lines. */
  public Money total() {
    return total;
  }

  /** How far it has come. */
  public OrderStatus status() {
    return status;
  }

  /** The payment that counts, once it is paid. */
  public Option<PaymentId> paymentId() {
    return paymentId;
  }

  /** When it was placed. */
  public Instant placedAt() {
    return placedAt;
  }

  /** What the goods weigh together, in grams. */
  public long grams() {
    long grams = 0;
    for (OrderLine line : lines) {
      grams += line.grams();
    }
    return grams;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the order was read, once. */
  public List<OrderEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public OrderSnapshot snapshot() {
    return new OrderSnapshot(
        orderId, customerId, lines, dropOff, status, paymentId, placedAt, changes.current());
  }
}
