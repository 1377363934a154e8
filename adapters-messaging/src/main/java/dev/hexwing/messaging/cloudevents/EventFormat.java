package dev.hexwing.messaging.cloudevents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.Version;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into CloudEvents 1.0 and back.
 *
 * <p>{@code id} is the event's id, {@code type} its stable name with its version, {@code subject}
 * its aggregate, {@code source} its context, {@code time} when it happened; the facts are JSON.
 * Extensions: {@code correlationid}, {@code causationid} and {@code traceparent} where there are
 * any, and {@code partitionkey}, the aggregate.
 *
 * <p>Writing is strict, reading tolerant: what is not known is ignored, a missing intent is made
 * up, a missing cause or trace left out. Only an event without a name of its own or a time, of an
 * unknown type, or without a fact that it cannot do without is unreadable. Safe for use by any
 * number of threads.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 *     1.0</a>
 */
public final class EventFormat {

  /** The extension that carries a W3C trace context. */
  public static final String TRACEPARENT = "traceparent";

  /** The extension that carries the customer intent. */
  public static final String CORRELATION_ID = "correlationid";

  private static final String CAUSATION_ID = "causationid";
  private static final String PARTITION_KEY = "partitionkey";
  private static final String SOURCE_PREFIX = "urn:";
  private static final TypeReference<SequencedMap<String, Object>> FACTS = new TypeReference<>() {};

  private final ObjectMapper json = JsonDocument.mapper();
  private final ObjectReader factsReader = json.readerFor(FACTS);

  /** By type, of which there are as many as this release knows. */
  private final Map<String, URI> sources = new ConcurrentHashMap<>();

  /** An event as a CloudEvent, with the trace of the tap that started it if it is known. */
  public CloudEvent write(DomainEvent event, Option<TraceParent> trace) {
    EventRecord record = EventRecords.toRecord(event);
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(event.eventId().value())
            .withSource(sources.computeIfAbsent(record.type(), EventFormat::source))
            .withType(record.type())
            .withSubject(event.aggregateId())
            .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
            .withData("application/json", facts(record))
            .withExtension(PARTITION_KEY, event.aggregateId())
            .withExtension(CORRELATION_ID, event.correlationId().value());
    event
        .metadata()
        .causationId()
        .forEach(cause -> builder.withExtension(CAUSATION_ID, cause.toString()));
    trace.forEach(known -> builder.withExtension(TRACEPARENT, known.value()));
    return builder.build();
  }

  private static URI source(String type) {
    return URI.create(SOURCE_PREFIX + context(type).replace('.', ':'));
  }

  /** The context of a type: {@code dev.hexwing.payments} of {@code …payment-confirmed.v1}. */
  public static String context(String type) {
    int version = type.lastIndexOf('.');
    int name = version < 1 ? -1 : type.lastIndexOf('.', version - 1);
    return name < 1 ? type : type.substring(0, name);
  }

  private byte[] facts(EventRecord record) {
    try {
      return json.writeValueAsBytes(record.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts that are no plain data: " + record.type(), e);
    }
  }

  /** Reads a CloudEvent. */
  public Incoming read(CloudEvent event) {
    Option<CorrelationId> intent =
        extension(event, CORRELATION_ID).flatMap(text -> CorrelationId.of(text).toOption());
    EventRecord record;
    try {
      record = new EventRecord(event.getType(), facts(event), metadata(event, intent));
    } catch (IllegalArgumentException | IOException e) {
      return new Incoming.Unreadable(Option.none(), intent, "no event of ours: " + e.getMessage());
    }
    try {
      return new Incoming.Understood(
          EventRecords.toEvent(record), extension(event, TRACEPARENT).flatMap(TraceParent::of));
    } catch (UnreadableEvent e) {
      return new Incoming.Unreadable(
          Option.some(record),
          Option.some(record.metadata().correlationId()),
          String.valueOf(e.getMessage()));
    }
  }

  private SequencedMap<String, Object> facts(CloudEvent event) throws IOException {
    @Nullable CloudEventData data = event.getData();
    if (data == null) {
      throw new IllegalArgumentException("it has no data");
    }
    return data instanceof JsonCloudEventData read
        ? factsReader.readValue(read.getNode())
        : factsReader.readValue(data.toBytes());
  }

  private static EventMetadata metadata(CloudEvent event, Option<CorrelationId> intent) {
    EventId id = new EventId(event.getId());
    int slash = event.getId().lastIndexOf('/');
    @Nullable OffsetDateTime time = event.getTime();
    if (time == null) {
      throw new IllegalArgumentException("it does not say when it happened");
    }
    return new EventMetadata(
        id,
        event.getId().substring(0, slash),
        new Version(Long.parseLong(event.getId().substring(slash + 1))),
        time.toInstant(),
        intent.getOrElse(() -> ownIntent(event.getId())),
        extension(event, CAUSATION_ID)
            .flatMap(text -> Try.of(() -> new CausationId(new EventId(text))).toOption()));
  }

  /** Who publishes an event without an intent gives it one of its own, the same each time. */
  private static CorrelationId ownIntent(String id) {
    return new CorrelationId(
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static Option<String> extension(CloudEvent event, String name) {
    return Option.of(event.getExtension(name)).map(Object::toString);
  }
}
