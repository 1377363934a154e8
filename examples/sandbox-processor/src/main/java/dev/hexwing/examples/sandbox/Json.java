package dev.hexwing.examples.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper, so that an object read back from the ledger prints as it did at first. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /**
   * Reads one JSON object.
   *
   * @throws tools.jackson.core.JacksonException if the bytes are not JSON
   */
  static JsonNode read(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }
}
