package dev.hexwing.messaging.cloudevents;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what came in to a consumer, or sets it aside if it is no event to this release.
 *
 * <p>As safe for use by several threads as its consumer.
 */
public final class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final int LONGEST_PAYLOAD = 100_000;

  private final EventConsumer consumer;
  private final DeadLetters deadLetters;

  /** Deliveries to one consumer. */
  public Delivery(EventConsumer consumer, DeadLetters deadLetters) {
    this.consumer = consumer;
    this.deadLetters = deadLetters;
  }

  /**
   * Has it take effect, or sets it aside; on return it is done with.
   *
   * @param place what it is called if it has no name of its own; the same each time that it comes
   * @param payload what came in, kept for a person if it cannot be read
   * @throws RuntimeException if that failed and is to be tried again
   */
  public void of(Incoming incoming, String place, byte @Nullable [] payload) {
    switch (incoming) {
      case Incoming.Understood readable -> hand(readable);
      case Incoming.Unreadable unreadable -> setAside(unreadable, place, payload);
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

  private void setAside(Incoming.Unreadable unreadable, String place, byte @Nullable [] payload) {
    log.error("{} sets {} aside: {}", consumer.name(), place, unreadable.reason());
    Option<EventRecord> event = unreadable.event();
    deadLetters.setAside(
        new Undelivered(
            consumer.name(),
            event.map(known -> known.metadata().eventId().value()).getOrElse(place),
            event,
            event.isDefined() ? "" : text(payload),
            unreadable.correlationId(),
            unreadable.reason(),
            1),
        consumer.poisonPolicy() == PoisonPolicy.PARK_KEY
            ? DeadLetter.State.PARKED
            : DeadLetter.State.SKIPPED);
  }

  private static String text(byte @Nullable [] payload) {
    if (payload == null) {
      return "";
    }
    String text = new String(payload, StandardCharsets.UTF_8).replace("\0", "\\0");
    return text.length() > LONGEST_PAYLOAD ? text.substring(0, LONGEST_PAYLOAD) : text;
  }
}
