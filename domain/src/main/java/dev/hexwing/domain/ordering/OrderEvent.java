package dev.hexwing.domain.ordering;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;

/** What can happen to an order. */
public sealed interface OrderEvent extends DomainEvent {

  /** The order that it happened to. */
  OrderId orderId();

  /**
   * A customer placed an order.
   *
   * @param metadata what every event carries
   * @param orderId the order
   * @param customerId who placed it
   * @param lines what was ordered, at which prices
   * @param total what it costs
   * @param dropOff where it goes
   */
  record OrderPlaced(
      EventMetadata metadata,
      OrderId orderId,
      CustomerId customerId,
      List<OrderLine> lines,
      Money total,
      DropOff dropOff)
      implements OrderEvent {

    /** Refuses absent parts; keeps its own copy of the lines. */
    public OrderPlaced {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(customerId, "customerId");
      lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
      Objects.requireNonNull(total, "total");
      Objects.requireNonNull(dropOff, "dropOff");
    }
  }

  /**
   * The order was paid in full.
   *
   * @param metadata what every event carries
   * @param orderId the order
   * @param paymentId the payment that counts
   * @param total what was paid
   * @param grams what the goods weigh together
   * @param dropOff where they go
   */
  record OrderPaid(
      EventMetadata metadata,
      OrderId orderId,
      PaymentId paymentId,
      Money total,
      long grams,
      DropOff dropOff)
      implements OrderEvent {

    /** Refuses absent parts. */
    public OrderPaid {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(total, "total");
      Objects.requireNonNull(dropOff, "dropOff");
    }
  }

  /**
   * The order was called off.
   *
   * @param metadata what every event carries
   * @param orderId the order
   * @param reason why
   * @param refundDue the payment to give back, if the order had been paid
   */
  record OrderCancelled(
      EventMetadata metadata,
      OrderId orderId,
      CancellationReason reason,
      Option<PaymentId> refundDue)
      implements OrderEvent {

    /** Refuses absent parts. */
    public OrderCancelled {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(refundDue, "refundDue");
    }
  }

  /**
   * A drone took off with the order.
   *
   * @param metadata what every event carries
   * @param orderId the order
   */
  record OrderDispatched(EventMetadata metadata, OrderId orderId) implements OrderEvent {

    /** Refuses absent parts. */
    public OrderDispatched {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(orderId, "orderId");
    }
  }

  /**
   * The order is with the customer.
   *
   * @param metadata what every event carries
   * @param orderId the order
   */
  record OrderDelivered(EventMetadata metadata, OrderId orderId) implements OrderEvent {

    /** Refuses absent parts. */
    public OrderDelivered {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(orderId, "orderId");
    }
  }
}
