package dev.hexwing.messaging.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document of all events and the schemas that it names, as they are shipped. */
final class PublishedSchemas {

  private static final String FOLDER = "/dev/hexwing/messaging/";
  private static final String BASE = "https://hexwing.example/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchemaRegistry registry;

  private PublishedSchemas(boolean strict) {
    Map<String, String> texts = new HashMap<>();
    for (String type : schemaNames()) {
      String name = "schemas/" + type + ".json";
      JsonNode schema = json(text(name));
      texts.put(BASE + name, (strict ? closed(schema) : schema).toString());
    }
    document()
        .at("/components/messages")
        .forEach(
            message -> {
              ObjectNode schema = (ObjectNode) message.at("/payload/schema");
              if (strict) {
                schema.put("unevaluatedProperties", false);
              }
              // Beside the document, so that what it refers to is found from here, too.
              texts.put(BASE + message.get("name").asText(), schema.toString());
            });
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(texts)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** As whoever reads goes by them: what is not named is ignored. */
  static PublishedSchemas forReading() {
    return new PublishedSchemas(false);
  }

  /** As whoever writes is held to them: what is not named is refused, however deep it stands. */
  static PublishedSchemas forWriting() {
    return new PublishedSchemas(true);
  }

  private static JsonNode closed(JsonNode schema) {
    schema.forEach(PublishedSchemas::closed);
    if (schema instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
      object.put("unevaluatedProperties", false);
    }
    return schema;
  }

  /** What is wrong with an event in the structured notation. */
  List<?> faultsOfMessage(String type, String text) {
    return faults(type, text);
  }

  /** What is wrong with the facts of an event. */
  List<?> faultsOfFacts(String type, String text) {
    return faults("schemas/" + type + ".json", text);
  }

  private List<?> faults(String location, String text) {
    return registry.getSchema(SchemaLocation.of(BASE + location)).validate(text, InputFormat.JSON);
  }

  static JsonNode document() {
    return json(text("asyncapi.json"));
  }

  static JsonNode schema(String type) {
    return json(text("schemas/" + type + ".json"));
  }

  /** The types that have a schema. */
  static Set<String> types() {
    return schemaNames().stream()
        .filter(name -> !name.equals("envelope"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> schemaNames() {
    try (Stream<Path> files =
        Files.list(
            Path.of(
                Objects.requireNonNull(PublishedSchemas.class.getResource(FOLDER + "schemas"))
                    .toURI()))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try (InputStream file =
        Objects.requireNonNull(PublishedSchemas.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
