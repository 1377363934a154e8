package dev.hexwing.application;

import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.store.UnitOfWork;
import io.vavr.control.Option;
import java.time.InstantSource;

/**
 * All that the application asks of the world; each may be any adapter that passes its contract.
 *
 * @param unitOfWork transactions and their stores
 * @param outbox events on their way out
 * @param broker carries events to the policies
 * @param processor moves money
 * @param catalog what is sold
 * @param figures the front page's figures
 * @param ids new names
 * @param clock what time it is; leases are judged by the store's clock instead
 * @param deadLetters where messages go that consumers cannot take; without it such an event is
 *     brought to every consumer again, as long as whoever publishes it has patience
 */
public record DrivenPorts(
    UnitOfWork unitOfWork,
    OutboxQueue outbox,
    MessageBroker broker,
    PaymentProcessor processor,
    Catalog catalog,
    ShopFigures figures,
    Ids ids,
    InstantSource clock,
    Option<DeadLetters> deadLetters) {

  /** Ports without dead letters. */
  public DrivenPorts(
      UnitOfWork unitOfWork,
      OutboxQueue outbox,
      MessageBroker broker,
      PaymentProcessor processor,
      Catalog catalog,
      ShopFigures figures,
      Ids ids,
      InstantSource clock) {
    this(unitOfWork, outbox, broker, processor, catalog, figures, ids, clock, Option.none());
  }

  /** The same, with a place for what consumers cannot take. */
  public DrivenPorts withDeadLetters(DeadLetters letters) {
    return new DrivenPorts(
        unitOfWork, outbox, broker, processor, catalog, figures, ids, clock, Option.some(letters));
  }
}
