package dev.hexwing.messaging.kafka;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.messaging.cloudevents.Incoming;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one record to a consumer, or sets it aside if it is no event to this release. */
final class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final int LONGEST_PAYLOAD = 100_000;

  private final EventConsumer consumer;
  private final KafkaWire wire;
  private final DeadLetters deadLetters;

  Delivery(EventConsumer consumer, KafkaWire wire, DeadLetters deadLetters) {
    this.consumer = consumer;
    this.wire = wire;
    this.deadLetters = deadLetters;
  }

  /**
   * Has the record take effect, or sets it aside; on return it is done with.
   *
   * @throws RuntimeException if that failed and is to be tried again
   */
  void of(ConsumerRecord<String, byte[]> record) {
    switch (wire.read(record)) {
      case Incoming.Understood readable -> hand(readable);
      case Incoming.Unreadable unreadable -> setAside(record, unreadable);
    }
  }

  private void hand(Incoming.Understood readable) {
    if (!consumer.wants(readable.event())) {
      return;
    }
    try (LogContext context = LogContext.of(readable.event().correlationId(), readable.trace())) {
      consumer.on(readable.event());
    }
  }

  private void setAside(ConsumerRecord<String, byte[]> record, Incoming.Unreadable unreadable) {
    String place = record.topic() + "-" + record.partition() + "@" + record.offset();
    log.error("{} sets {} aside: {}", consumer.name(), place, unreadable.reason());
    Option<EventRecord> event = unreadable.event();
    deadLetters.setAside(
        new Undelivered(
            consumer.name(),
            event.map(known -> known.metadata().eventId().value()).getOrElse(place),
            event,
            event.isDefined() ? "" : text(record.value()),
            unreadable.correlationId(),
            unreadable.reason(),
            1),
        consumer.poisonPolicy() == PoisonPolicy.PARK_KEY
            ? DeadLetter.State.PARKED
            : DeadLetter.State.SKIPPED);
  }

  private static String text(byte[] value) {
    if (value == null) {
      return "";
    }
    String text = new String(value, StandardCharsets.UTF_8).replace("\0", "\\0");
    return text.length() > LONGEST_PAYLOAD ? text.substring(0, LONGEST_PAYLOAD) : text;
  }
}
