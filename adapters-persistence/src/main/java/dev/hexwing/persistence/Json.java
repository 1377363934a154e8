package dev.hexwing.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in columns. Safe for use by any number of threads. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  // A reader knows how; the mapper would look it up each time.
  private static final ObjectReader FACTS =
      MAPPER.readerFor(new TypeReference<SequencedMap<String, Object>>() {});
  private static final ObjectReader LINES =
      MAPPER.readerFor(new TypeReference<List<OrderLineRow>>() {});

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static SequencedMap<String, Object> facts(String json) {
    return FACTS.readValue(json);
  }

  static List<OrderLineRow> lines(String json) {
    return LINES.readValue(json);
  }

  static JsonParser parser(String json) {
    return MAPPER.createParser(json);
  }
}
