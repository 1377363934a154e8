package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.cloudevents.EventFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands in the server: an exchange, and a queue for each consumer, that outlive it. */
final class Topology {

  /** A queue that hands events to one consumer at a time keeps their order. */
  private static final Map<String, Object> QUEUE =
      Map.of(
          "x-queue-type",
          "quorum",
          "x-single-active-consumer",
          true,
          // With a limit, what comes back stands where it stood; without, behind all others.
          // Newer servers would drop an event after twenty losses of its consumer.
          "x-delivery-limit",
          Integer.MAX_VALUE);

  private static final String EVERYTHING = "#";

  private final String prefix;
  private final List<String> consumers = new CopyOnWriteArrayList<>();

  Topology(String prefix) {
    this.prefix = prefix;
  }

  void add(String consumer) {
    consumers.add(consumer);
  }

  String exchange() {
    return prefix + ".events";
  }

  String queue(String consumer) {
    return prefix + "." + consumer;
  }

  /** {@code payments.<aggregate id>} for what happened to a payment. */
  static String routingKey(String type, DomainEvent event) {
    String context = EventFormat.context(type);
    return context.substring(context.lastIndexOf('.') + 1) + "." + event.aggregateId();
  }

  /** Makes what is missing, for all consumers: what no queue waits for yet, would be lost to it. */
  void make(Channel channel) throws IOException {
    channel.exchangeDeclare(exchange(), BuiltinExchangeType.TOPIC, true);
    for (String consumer : consumers) {
      channel.queueDeclare(queue(consumer), true, false, false, QUEUE);
      channel.queueBind(queue(consumer), exchange(), EVERYTHING);
    }
  }
}
