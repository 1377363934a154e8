package dev.hexwing.messaging.kafka;

import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.cloudevents.EventFormat;
import dev.hexwing.messaging.cloudevents.Incoming;
import dev.hexwing.messaging.cloudevents.JsonDocument;
import dev.hexwing.messaging.cloudevents.Notation;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventWriter;
import io.vavr.control.Option;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events as Kafka's records, by the CloudEvents binding.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding for CloudEvents</a>
 */
final class KafkaWire {

  private final EventFormat format = new EventFormat();
  private final JsonDocument document = new JsonDocument();
  private final Notation notation;

  KafkaWire(Notation notation) {
    this.notation = notation;
  }

  /** An event as a record of its aggregate's key. */
  ProducerRecord<String, byte[]> write(String topic, DomainEvent event, Option<TraceParent> trace) {
    CloudEvent cloudEvent = format.write(event, trace);
    MessageWriter<CloudEventWriter<ProducerRecord<String, byte[]>>, ProducerRecord<String, byte[]>>
        writer = KafkaMessageFactory.createWriter(topic, event.aggregateId());
    return switch (notation) {
      case STRUCTURED -> writer.writeStructured(cloudEvent, document);
      case BINARY -> writer.writeBinary(cloudEvent);
    };
  }

  /** What a record holds, whichever notation it is in. */
  Incoming read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return unreadable("the message is empty");
    }
    try {
      return format.read(KafkaMessageFactory.createReader(record).toEvent());
    } catch (RuntimeException e) {
      // Whatever a parser throws at what somebody else wrote says that it cannot be read.
      return unreadable("no CloudEvent: " + e.getMessage());
    }
  }

  private static Incoming unreadable(String reason) {
    return new Incoming.Unreadable(Option.none(), Option.none(), reason);
  }
}
