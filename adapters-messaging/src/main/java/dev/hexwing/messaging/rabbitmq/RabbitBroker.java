package dev.hexwing.messaging.rabbitmq;

import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.UnpublishableEvent;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Events over RabbitMQ, as CloudEvents: one topic exchange, and a quorum queue for each consumer,
 * named after the prefix and the consumer.
 *
 * <p>An event is taken over when the server has confirmed it, which it does when a majority of each
 * queue's replicas have it; one that no queue waits for is not taken over. A queue hands its events
 * to one node at a time, so that they stay in order, and to another when that one is gone. An event
 * is acknowledged after it took effect, so an event may come twice, and consumers know it by its
 * id. Not needing the server to be there when it is opened, it starts when the server does.
 *
 * <p>A consumer has what was published since its queue was first made; RabbitMQ keeps no history.
 *
 * <p>Safe for use by any number of threads.
 */
public final class RabbitBroker implements MessageBroker {

  private final RabbitSettings settings;
  private final DeadLetters deadLetters;
  private final RabbitWire wire;
  private final Topology topology;
  private final Publisher publisher;
  private final Line incoming;
  private final List<QueueReader> readers = new ArrayList<>();
  private volatile boolean closed;

  private RabbitBroker(RabbitSettings settings, DeadLetters deadLetters) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    this.wire = new RabbitWire(settings.notation());
    this.topology = new Topology(settings.prefix());
    this.publisher = new Publisher(settings, topology);
    this.incoming = new Line(settings, "consume");
  }

  /**
   * Opens a broker; the server need not be there yet.
   *
   * @param deadLetters where messages go that are no events
   */
  public static RabbitBroker open(RabbitSettings settings, DeadLetters deadLetters) {
    return new RabbitBroker(settings, deadLetters);
  }

  @Override
  public synchronized void subscribe(EventConsumer consumer) {
    requireOpen();
    if (readers.stream().anyMatch(reader -> reader.consumer().name().equals(consumer.name()))) {
      throw new IllegalArgumentException("two consumers are called " + consumer.name());
    }
    topology.add(consumer.name());
    readers.add(
        QueueReader.start(consumer, settings, incoming, topology, new Inlet(wire, deadLetters)));
  }

  @Override
  public void publish(DomainEvent event) {
    requireOpen();
    RabbitWire.Message message = wire.write(event, LogContext.trace());
    int size = message.body().length;
    if (size > settings.largestEvent()) {
      throw new UnpublishableEvent(event.eventId(), new TooLarge(size, settings.largestEvent()));
    }
    try {
      publisher.publish(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTakenOver("interrupted while publishing " + event.eventId(), e);
    } catch (NotTakenOver e) {
      throw new NotTakenOver(event.eventId() + " was not taken over: " + e.getMessage(), e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the broker is closed");
    }
  }

  /** Lets what is under way end, for at most ten seconds, acknowledges it, and hangs up. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    readers.forEach(QueueReader::stop);
    readers.forEach(QueueReader::awaitEnd);
    publisher.close();
    incoming.close();
  }
}
