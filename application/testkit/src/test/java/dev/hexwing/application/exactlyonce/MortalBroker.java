package dev.hexwing.application.exactlyonce;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.domain.shared.DomainEvent;

/** A node that may die between two consumers of one event, and before the event is marked sent. */
record MortalBroker(MessageBroker real, Kill kill) implements MessageBroker {

  @Override
  public void subscribe(EventConsumer consumer) {
    real.subscribe(
        new EventConsumer() {
          @Override
          public String name() {
            return consumer.name();
          }

          @Override
          public boolean wants(DomainEvent event) {
            return consumer.wants(event);
          }

          @Override
          public void on(DomainEvent event) {
            consumer.on(event);
            kill.point("after " + consumer.name() + " took " + event.eventId());
          }
        });
  }

  @Override
  public void publish(DomainEvent event) {
    real.publish(event);
  }

  @Override
  public void close() {
    real.close();
  }
}
