package dev.hexwing.application.journey;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.shared.DomainEvent;

/**
 * Policy: the steps of a journey are noted as they are heard of. Noting one twice changes nothing,
 * so no inbox is needed, and the notes are the same in whatever order the events come.
 */
public final class TrackJourneys implements EventConsumer {

  private final UnitOfWork unitOfWork;

  /** The policy over this unit of work. */
  public TrackJourneys(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public String name() {
    return "journey.track";
  }

  /** A journey that lacks a step is worth less than one that all others wait behind. */
  @Override
  public PoisonPolicy poisonPolicy() {
    return PoisonPolicy.SKIP_WITH_AUDIT;
  }

  @Override
  public boolean wants(DomainEvent event) {
    return event instanceof PaymentRequested
        || event instanceof PaymentConfirmed
        || event instanceof DroneDispatched
        || event instanceof DeliveryCompleted;
  }

  @Override
  public void on(DomainEvent event) {
    unitOfWork.execute(
        stores -> {
          note(stores.journeys(), event);
          return event;
        });
  }

  static void note(Journeys journeys, DomainEvent event) {
    if (event instanceof PaymentRequested requested) {
      journeys.received(
          event.correlationId(), requested.orderId(), requested.paymentId(), event.occurredAt());
    } else if (event instanceof PaymentConfirmed) {
      journeys.confirmed(event.correlationId(), event.occurredAt());
    } else if (event instanceof DroneDispatched dispatched) {
      journeys.dispatched(dispatched.orderId(), event.occurredAt());
    } else if (event instanceof DeliveryCompleted completed) {
      journeys.delivered(completed.orderId(), event.occurredAt());
    }
  }
}
