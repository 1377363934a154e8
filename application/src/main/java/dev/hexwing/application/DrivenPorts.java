package dev.hexwing.application;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.store.UnitOfWork;
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
 */
public record DrivenPorts(
    UnitOfWork unitOfWork,
    OutboxQueue outbox,
    MessageBroker broker,
    PaymentProcessor processor,
    Catalog catalog,
    ShopFigures figures,
    Ids ids,
    InstantSource clock) {}
