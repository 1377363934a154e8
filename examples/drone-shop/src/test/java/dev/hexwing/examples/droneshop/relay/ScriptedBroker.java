package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.InProcessBroker;

/** A broker in the process between which and the relay something goes wrong. */
final class ScriptedBroker implements MessageBroker {

  private final MessageBroker real = new InProcessBroker();
  private final Script script;

  /** What becomes of an event on its way to the broker, and of the answer on its way back. */
  interface Script {
    void publish(DomainEvent event, MessageBroker real);
  }

  ScriptedBroker(Script script, EventConsumer consumer) {
    this.script = script;
    subscribe(consumer);
  }

  /** A broker that does what it should. */
  static ScriptedBroker sound(EventConsumer consumer) {
    return new ScriptedBroker((event, real) -> real.publish(event), consumer);
  }

  @Override
  public void subscribe(EventConsumer consumer) {
    real.subscribe(consumer);
  }

  @Override
  public void publish(DomainEvent event) {
    script.publish(event, real);
  }

  @Override
  public void close() {
    real.close();
  }
}
