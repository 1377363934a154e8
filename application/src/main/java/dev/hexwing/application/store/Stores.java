package dev.hexwing.application.store;

import dev.hexwing.application.delivery.Fleet;
import dev.hexwing.application.events.ConsumerStarts;
import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.journey.JourneyRebuilds;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.application.ordering.OrderList;
import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.payments.Payments;

/** The stores of one transaction; of no use after it, nor to another thread. */
public interface Stores {

  /** Orders, one by one. */
  Orders orders();

  /** Orders, page by page. */
  OrderList orderList();

  /** Payments. */
  Payments payments();

  /** Which payment holds which order. */
  OpenPayments openPayments();

  /** Drones, one by one. */
  Drones drones();

  /** Drones, page by page. */
  Fleet fleet();

  /** Deliveries. */
  Deliveries deliveries();

  /** Idempotency keys. */
  IdempotencyKeys keys();

  /** Which consumer has seen which event. */
  Inbox inbox();

  /** How far consumers have come that start from the beginning. */
  ConsumerStarts consumerStarts();

  /** Journeys. */
  Journeys journeys();

  /** Journeys that are built anew. */
  JourneyRebuilds journeyRebuilds();

  /** Every event that was ever stored. */
  EventHistory history();
}
