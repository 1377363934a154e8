package dev.hexwing.application.events;

import dev.hexwing.domain.access.AccessEvent;
import dev.hexwing.domain.access.AccessRecords;
import dev.hexwing.domain.delivery.FlightEvent;
import dev.hexwing.domain.delivery.FlightRecords;
import dev.hexwing.domain.notification.MessageEvent;
import dev.hexwing.domain.notification.MessageRecords;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderRecords;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentRecords;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;

/**
 * Turns the events of every context into plain data and back, without loss.
 *
 * <p>Each context knows how ({@code OrderRecords}, {@code PaymentRecords}, …); here it is asked.
 * Stateless, safe for use by any number of threads.
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
      case OrderEvent order -> OrderRecords.toRecord(order);
      case PaymentEvent payment -> PaymentRecords.toRecord(payment);
      case FlightEvent flight -> FlightRecords.toRecord(flight);
      case AccessEvent access -> AccessRecords.toRecord(access);
      case MessageEvent message -> MessageRecords.toRecord(message);
      case DomainEvent other ->
          throw new IllegalArgumentException("not an event of Hexwing: " + other.getClass());
    };
  }

  /**
   * The stable name of an event's type, such as {@code dev.hexwing.payments.payment-confirmed.v1}.
   */
  public static String type(DomainEvent event) {
    return switch (event) {
      case OrderEvent order -> OrderRecords.type(order);
      case PaymentEvent payment -> PaymentRecords.type(payment);
      case FlightEvent flight -> FlightRecords.type(flight);
      case AccessEvent access -> AccessRecords.type(access);
      case MessageEvent message -> MessageRecords.type(message);
      case DomainEvent other ->
          throw new IllegalArgumentException("not an event of Hexwing: " + other.getClass());
    };
  }

  /** Whether events of this name are written by this release. */
  public static boolean isKnown(String type) {
    return OrderRecords.TYPES.contains(type)
        || PaymentRecords.TYPES.contains(type)
        || FlightRecords.TYPES.contains(type)
        || AccessRecords.TYPES.contains(type)
        || MessageRecords.TYPES.contains(type);
  }

  /**
   * The event of a record.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static DomainEvent toEvent(EventRecord record) {
    String type = record.type();
    if (type.startsWith(OrderRecords.PREFIX)) {
      return OrderRecords.toEvent(record);
    }
    if (type.startsWith(PaymentRecords.PREFIX)) {
      return PaymentRecords.toEvent(record);
    }
    if (type.startsWith(FlightRecords.PREFIX)) {
      return FlightRecords.toEvent(record);
    }
    if (type.startsWith(AccessRecords.PREFIX)) {
      return AccessRecords.toEvent(record);
    }
    if (type.startsWith(MessageRecords.PREFIX)) {
      return MessageRecords.toEvent(record);
    }
    throw UnreadableEvent.ofType(type);
  }
}
