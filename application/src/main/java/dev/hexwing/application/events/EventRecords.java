package dev.hexwing.application.events;

import dev.hexwing.domain.delivery.FlightEvent;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.shared.DomainEvent;

/**
 * Turns events into plain data and back, without loss.
 *
 * <p>The names of types and facts outlive renamed classes: an old record stays readable. Stateless,
 * safe for use by any number of threads.
 */
public final class EventRecords {

  private EventRecords() {}

  /**
   * The record of an event.
   *
   * @throws IllegalArgumentException if the event is of none of Hexwing's contexts
   */
  public static EventRecord toRecord(DomainEvent event) {
    return switch (event) {
      case OrderEvent order -> record(event, OrderFacts.type(order), OrderFacts.of(order));
      case PaymentEvent payment ->
          record(event, PaymentFacts.type(payment), PaymentFacts.of(payment));
      case FlightEvent flight -> record(event, FlightFacts.type(flight), FlightFacts.of(flight));
      case DomainEvent other ->
          throw new IllegalArgumentException("not an event of Hexwing: " + other.getClass());
    };
  }

  /**
   * The stable name of an event's type, such as {@code dev.hexwing.payments.payment-confirmed.v1}.
   */
  public static String type(DomainEvent event) {
    return switch (event) {
      case OrderEvent order -> OrderFacts.type(order);
      case PaymentEvent payment -> PaymentFacts.type(payment);
      case FlightEvent flight -> FlightFacts.type(flight);
      case DomainEvent other ->
          throw new IllegalArgumentException("not an event of Hexwing: " + other.getClass());
    };
  }

  /**
   * The event of a record.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static DomainEvent toEvent(EventRecord record) {
    Facts facts = Facts.of(record.data());
    try {
      if (record.type().startsWith(OrderFacts.PREFIX)) {
        return OrderFacts.read(record.type(), record.metadata(), facts);
      }
      if (record.type().startsWith(PaymentFacts.PREFIX)) {
        return PaymentFacts.read(record.type(), record.metadata(), facts);
      }
      if (record.type().startsWith(FlightFacts.PREFIX)) {
        return FlightFacts.read(record.type(), record.metadata(), facts);
      }
    } catch (IllegalArgumentException | ClassCastException | ArithmeticException e) {
      throw new UnreadableEvent(
          record.metadata().eventId() + " is no sound " + record.type() + ": " + e.getMessage(), e);
    }
    throw unknownType(record.type());
  }

  static UnreadableEvent unknownType(String type) {
    return new UnreadableEvent("unknown event type: " + type);
  }

  private static EventRecord record(DomainEvent event, String type, Facts facts) {
    return new EventRecord(type, facts.asMap(), event.metadata());
  }
}
