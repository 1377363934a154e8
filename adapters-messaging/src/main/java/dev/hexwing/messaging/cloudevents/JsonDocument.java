package dev.hexwing.messaging.cloudevents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.format.EventSerializationException;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventDataMapper;

/**
 * A CloudEvent as one JSON document.
 *
 * <p>As {@link JsonFormat} writes it, whose buffers belong to threads: each event is published by a
 * thread of its own, which would have to make them anew. Safe for use by any number of threads.
 */
public final class JsonDocument implements EventFormat {

  private final JsonFormat format = new JsonFormat();
  private final ObjectMapper json =
      mapper().registerModule(JsonFormat.getCloudEventJacksonModule());

  /** Whose buffers belong to nobody. */
  static ObjectMapper mapper() {
    return new ObjectMapper(
        JsonFactory.builder().recyclerPool(JsonRecyclerPools.newConcurrentDequePool()).build());
  }

  @Override
  public byte[] serialize(CloudEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new EventSerializationException(e);
    }
  }

  @Override
  public CloudEvent deserialize(
      byte[] bytes, CloudEventDataMapper<? extends CloudEventData> mapper) {
    return format.deserialize(bytes, mapper);
  }

  @Override
  public String serializedContentType() {
    return format.serializedContentType();
  }
}
