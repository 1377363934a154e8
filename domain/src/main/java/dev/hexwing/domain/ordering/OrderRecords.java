package dev.hexwing.domain.ordering;

import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderEvent.OrderDelivered;
import dev.hexwing.domain.ordering.OrderEvent.OrderDispatched;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.internal.Facts;
import dev.hexwing.domain.shared.internal.RecordReader;
import dev.hexwing.domain.shared.internal.Upcasts;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Order events as records, and back, without loss.
 *
 * <pre>{@code
 * order.drainEvents().forEach(event -> outbox.add(OrderRecords.toRecord(event)));
 * }</pre>
 *
 * <p>Stateless, and safe for use by any number of threads.
 */
public final class OrderRecords {

  /** What the names of this context's types begin with. */
  public static final String PREFIX = "dev.hexwing.ordering.";

  private static final String PLACED = PREFIX + "order-placed.v1";
  private static final String PAID = PREFIX + "order-paid.v1";
  private static final String CANCELLED = PREFIX + "order-cancelled.v1";
  private static final String DISPATCHED = PREFIX + "order-dispatched.v1";
  private static final String DELIVERED = PREFIX + "order-delivered.v1";

  /** The stable names of all types of this context. */
  public static final Set<String> TYPES = Set.of(PLACED, PAID, CANCELLED, DISPATCHED, DELIVERED);

  private static final RecordReader<OrderEvent> READER =
      new RecordReader<>(Upcasts.none(), OrderRecords::read);

  private OrderRecords() {}

  /** The record of an event. */
  public static EventRecord toRecord(OrderEvent event) {
    Objects.requireNonNull(event, "event");
    return new EventRecord(type(event), facts(event).asMap(), event.metadata());
  }

  /**
   * The event of a record, of whatever version it is.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static OrderEvent toEvent(EventRecord record) {
    return READER.read(record);
  }

  /** The stable name of an event's type, such as {@code dev.hexwing.ordering.order-paid.v1}. */
  public static String type(OrderEvent event) {
    Objects.requireNonNull(event, "event");
    return switch (event) {
      case OrderPlaced placed -> PLACED;
      case OrderPaid paid -> PAID;
      case OrderCancelled cancelled -> CANCELLED;
      case OrderDispatched dispatched -> DISPATCHED;
      case OrderDelivered delivered -> DELIVERED;
    };
  }

  private static Facts facts(OrderEvent event) {
    Facts facts = Facts.none().with("orderId", event.orderId().value());
    return switch (event) {
      case OrderPlaced placed ->
          facts
              .with("customerId", placed.customerId().value())
              .with("lines", placed.lines(), OrderRecords::line)
              .with("total", placed.total())
              .with("dropOff", place(placed.dropOff()).asMap());
      case OrderPaid paid ->
          facts
              .with("paymentId", paid.paymentId().value())
              .with("total", paid.total())
              .with("grams", paid.grams())
              .with("dropOff", place(paid.dropOff()).asMap());
      case OrderCancelled cancelled -> {
        facts.with("reason", cancelled.reason().text());
        cancelled.refundDue().forEach(payment -> facts.with("refundDue", payment.value()));
        yield facts;
      }
      case OrderDispatched dispatched -> facts;
      case OrderDelivered delivered -> facts;
    };
  }

  private static OrderEvent read(String type, EventMetadata metadata, Facts facts) {
    OrderId orderId = new OrderId(facts.uuid("orderId"));
    return switch (type) {
      case PLACED ->
          new OrderPlaced(
              metadata,
              orderId,
              new CustomerId(facts.text("customerId")),
              facts.list("lines", OrderRecords::line),
              facts.money("total"),
              place(facts.nested("dropOff")));
      case PAID ->
          new OrderPaid(
              metadata,
              orderId,
              new PaymentId(facts.uuid("paymentId")),
              facts.money("total"),
              facts.whole("grams"),
              place(facts.nested("dropOff")));
      case CANCELLED ->
          new OrderCancelled(
              metadata,
              orderId,
              new CancellationReason(facts.text("reason")),
              facts.textIfAny("refundDue").map(UUID::fromString).map(PaymentId::new));
      case DISPATCHED -> new OrderDispatched(metadata, orderId);
      case DELIVERED -> new OrderDelivered(metadata, orderId);
      default -> throw UnreadableEvent.ofType(type);
    };
  }

  private static Facts line(OrderLine line) {
    return Facts.none()
        .with("sku", line.sku().value())
        .with("quantity", line.quantity().value())
        .with("unitPrice", line.unitPrice())
        .with("unitGrams", line.unitGrams());
  }

  private static OrderLine line(Facts facts) {
    return new OrderLine(
        new Sku(facts.text("sku")),
        new Quantity(facts.count("quantity")),
        facts.money("unitPrice"),
        facts.count("unitGrams"));
  }

  private static Facts place(DropOff dropOff) {
    return Facts.none().with("latitude", dropOff.latitude()).with("longitude", dropOff.longitude());
  }

  private static DropOff place(Facts facts) {
    return new DropOff(facts.decimal("latitude"), facts.decimal("longitude"));
  }
}
