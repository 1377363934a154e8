package dev.hexwing.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in columns. Safe for use by any number of threads. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final TypeReference<SequencedMap<String, Object>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<OrderLineRow>> LINES = new TypeReference<>() {};

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static SequencedMap<String, Object> facts(String json) {
    return MAPPER.readValue(json, FACTS);
  }

  static List<OrderLineRow> lines(String json) {
    return MAPPER.readValue(json, LINES);
  }

  static JsonParser parser(String json) {
    return MAPPER.createParser(json);
  }
}
