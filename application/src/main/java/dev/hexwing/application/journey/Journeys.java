package dev.hexwing.application.journey;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import java.time.Instant;

/**
 * What customers lived through. Each step is kept once: one that is noted again keeps its earliest
 * moment, and what came with that, so that the same notes make the same journeys in any order. What
 * a customer says is kept as it was said first.
 */
public interface Journeys {

  /** A request to pay was received. */
  void received(CorrelationId correlationId, OrderId orderId, PaymentId paymentId, Instant at);

  /** The charge was confirmed. */
  void confirmed(CorrelationId correlationId, Instant at);

  /** The customer saw the confirmation; both moments by the customer's clock. */
  void seen(CorrelationId correlationId, Instant tappedAt, Instant seenAt);

  /** A drone took off with the order; notes it for every journey of the order. */
  void dispatched(OrderId orderId, Instant at);

  /** The order is with the customer; notes it for every journey of the order. */
  void delivered(OrderId orderId, Instant at);

  /** Figures over the latest journeys, at most 10,000 of them. */
  JourneySummary summary();
}
