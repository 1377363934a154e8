package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.Delivery;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventConsumer;
import java.util.UUID;

/** How what comes in from a queue is read and handed on. */
record Inlet(RabbitWire wire, DeadLetters deadLetters) {

  /**
   * Has a message take effect, or sets it aside; on return it is done with.
   *
   * @throws RuntimeException if that failed and is to be tried again
   */
  void hand(EventConsumer consumer, String queue, Delivery message) {
    new dev.hexwing.messaging.cloudevents.Delivery(consumer, deadLetters)
        .of(
            wire.read(message.getProperties(), message.getBody()),
            queue + "@" + nameOf(message),
            message.getBody());
  }

  /** The same each time that it comes, whether or not it has a name. */
  private static String nameOf(Delivery message) {
    String id = message.getProperties().getMessageId();
    return id == null ? UUID.nameUUIDFromBytes(message.getBody()).toString() : id;
  }
}
