package dev.hexwing.messaging.kafka;

import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.UnpublishableEvent;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Events over Apache Kafka, as CloudEvents: a topic for each context, keyed by aggregate, so that
 * what happened to one aggregate stands in one partition in the order in which it happened.
 *
 * <p>An event is taken over when all in-sync replicas have it. Each consumer is a group, named
 * after the prefix and the consumer; its nodes share the partitions. An offset is committed after
 * the event took effect, so an event may come twice, and consumers know it by its id. Not needing
 * the cluster to be there when it is opened, it starts when the cluster does.
 *
 * <p>Safe for use by any number of threads.
 */
public final class KafkaBroker implements MessageBroker {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final KafkaSettings settings;
  private final DeadLetters deadLetters;
  private final Topics topics;
  private final KafkaWire wire;
  private final Producer<String, byte[]> producer;
  private final List<GroupMember> members = new ArrayList<>();
  private volatile boolean closed;

  private KafkaBroker(KafkaSettings settings, DeadLetters deadLetters) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    this.topics = new Topics(settings);
    this.wire = new KafkaWire(settings.notation());
    this.producer =
        new KafkaProducer<>(
            ClientProperties.producer(settings), new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Opens a broker; the cluster need not be there yet.
   *
   * @param deadLetters where messages go that are no events
   * @throws IllegalArgumentException if Kafka's client refuses the settings, in one line
   */
  public static KafkaBroker open(KafkaSettings settings, DeadLetters deadLetters) {
    try {
      return new KafkaBroker(settings, deadLetters);
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("Kafka refuses its settings: " + cause.getMessage(), e);
    }
  }

  @Override
  public synchronized void subscribe(EventConsumer consumer) {
    requireOpen();
    if (members.stream().anyMatch(member -> member.consumer().name().equals(consumer.name()))) {
      throw new IllegalArgumentException("two consumers are called " + consumer.name());
    }
    members.add(GroupMember.start(consumer, settings, topics, wire, deadLetters));
  }

  @Override
  public void publish(DomainEvent event) {
    requireOpen();
    topics.make();
    ProducerRecord<String, byte[]> record =
        wire.write(topics.of(EventRecords.type(event)), event, LogContext.trace());
    try {
      producer.send(record).get(2 * settings.deliveryTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTakenOver("interrupted while publishing " + event.eventId(), e);
    } catch (ExecutionException e) {
      throw refused(event, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | KafkaException e) {
      throw refused(event, e);
    }
  }

  private static RuntimeException refused(DomainEvent event, Throwable cause) {
    return switch (cause) {
      case RecordTooLargeException tooLarge -> new UnpublishableEvent(event.eventId(), tooLarge);
      case SerializationException unfit -> new UnpublishableEvent(event.eventId(), unfit);
      case InvalidTopicException unnamed -> new UnpublishableEvent(event.eventId(), unnamed);
      default -> new NotTakenOver(event.eventId() + " was not taken over: " + cause, cause);
    };
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the broker is closed");
    }
  }

  /** Lets what is under way end, for at most ten seconds, commits it, and leaves the groups. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    members.forEach(GroupMember::stop);
    members.forEach(GroupMember::awaitEnd);
    producer.close(STOP_PATIENCE);
  }
}
