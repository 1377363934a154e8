package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.cloudevents.EventFormat;
import dev.hexwing.messaging.cloudevents.Incoming;
import dev.hexwing.messaging.cloudevents.JsonDocument;
import dev.hexwing.messaging.cloudevents.Notation;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.message.impl.BaseGenericBinaryMessageReaderImpl;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.types.Time;
import io.vavr.control.Option;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Events as RabbitMQ's messages, by the CloudEvents binding for AMQP: what it calls application
 * properties are headers here, as RabbitMQ itself translates them.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/amqp-protocol-binding.md">AMQP
 *     protocol binding for CloudEvents</a>
 */
final class RabbitWire {

  private static final String PREFIX = "cloudEvents:";
  private static final String OTHER_PREFIX = "cloudEvents_";
  private static final String STRUCTURED = "application/cloudevents";
  private static final String DATA_CONTENT_TYPE = "datacontenttype";
  private static final int PERSISTENT = 2;

  private final EventFormat format = new EventFormat();
  private final JsonDocument document = new JsonDocument();
  private final Notation notation;

  RabbitWire(Notation notation) {
    this.notation = notation;
  }

  /** A message as it goes to the exchange. */
  static final class Message {

    private final String routingKey;
    private final BasicProperties properties;
    private final byte[] body;

    Message(String routingKey, BasicProperties properties, byte[] body) {
      this.routingKey = routingKey;
      this.properties = properties;
      this.body = body;
    }

    String routingKey() {
      return routingKey;
    }

    BasicProperties withHeader(String name, Object value) {
      Map<String, Object> headers = new HashMap<>(properties.getHeaders());
      headers.put(name, value);
      return properties.builder().headers(headers).build();
    }

    byte[] body() {
      return body;
    }
  }

  /** An event as a message. */
  Message write(DomainEvent event, Option<TraceParent> trace) {
    CloudEvent cloudEvent = format.write(event, trace);
    BasicProperties.Builder properties =
        new BasicProperties.Builder()
            .deliveryMode(PERSISTENT)
            .messageId(cloudEvent.getId())
            .type(cloudEvent.getType());
    String routingKey = Topology.routingKey(EventRecords.type(event), event);
    return switch (notation) {
      case STRUCTURED ->
          new Message(
              routingKey,
              properties.contentType(JsonFormat.CONTENT_TYPE).headers(Map.of()).build(),
              document.serialize(cloudEvent));
      case BINARY ->
          new Message(
              routingKey,
              properties
                  .contentType(cloudEvent.getDataContentType())
                  .headers(headers(cloudEvent))
                  .build(),
              data(cloudEvent));
    };
  }

  private static Map<String, Object> headers(CloudEvent event) {
    Map<String, Object> headers = new HashMap<>();
    for (String name : event.getAttributeNames()) {
      if (!name.equals(DATA_CONTENT_TYPE)) {
        headers.put(PREFIX + name, text(event.getAttribute(name)));
      }
    }
    for (String name : event.getExtensionNames()) {
      headers.put(PREFIX + name, text(event.getExtension(name)));
    }
    return headers;
  }

  private static String text(@Nullable Object value) {
    return value instanceof OffsetDateTime time ? Time.writeTime(time) : String.valueOf(value);
  }

  private static byte[] data(CloudEvent event) {
    @Nullable CloudEventData data = event.getData();
    return data == null ? new byte[0] : data.toBytes();
  }

  /** What a message holds, whichever notation it is in. */
  Incoming read(BasicProperties properties, byte[] body) {
    try {
      return format.read(event(properties, body));
    } catch (RuntimeException e) {
      // Whatever a parser throws at what somebody else wrote says that it cannot be read.
      return new Incoming.Unreadable(
          Option.none(), Option.none(), "no CloudEvent: " + e.getMessage());
    }
  }

  private CloudEvent event(BasicProperties properties, byte[] body) {
    @Nullable String type = properties.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith(STRUCTURED)) {
      return document.deserialize(body);
    }
    Map<String, Object> headers = new HashMap<>();
    if (properties.getHeaders() != null) {
      properties.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
    }
    if (type != null) {
      headers.put(PREFIX + DATA_CONTENT_TYPE, type);
    }
    Object version =
        headers.getOrDefault(PREFIX + "specversion", headers.get(OTHER_PREFIX + "specversion"));
    if (version == null) {
      throw new IllegalArgumentException("it has no specversion");
    }
    MessageReader reader = new Headers(SpecVersion.parse(version.toString()), headers, body);
    return reader.toEvent();
  }

  /** The attributes and extensions of an event in binary notation. */
  private static final class Headers extends BaseGenericBinaryMessageReaderImpl<String, Object> {

    private final Map<String, Object> headers;

    Headers(SpecVersion version, Map<String, Object> headers, byte[] body) {
      super(version, BytesCloudEventData.wrap(body));
      this.headers = headers;
    }

    @Override
    protected boolean isContentTypeHeader(String name) {
      return false;
    }

    @Override
    protected boolean isCloudEventsHeader(String name) {
      return name.startsWith(PREFIX) || name.startsWith(OTHER_PREFIX);
    }

    @Override
    protected String toCloudEventsKey(String name) {
      return name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }

    @Override
    protected void forEachHeader(BiConsumer<String, Object> each) {
      headers.forEach(each);
    }

    @Override
    protected String toCloudEventsValue(Object value) {
      return value.toString();
    }
  }
}
