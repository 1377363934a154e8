package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The served OpenAPI document, and whether an answer is as it says. */
final class Document {

  private static final String LOCATION = "https://hexwing.example/openapi.json";

  private final JsonNode root;
  private final SchemaRegistry schemas;
  private final Map<String, Schema> parsed = new ConcurrentHashMap<>();

  Document(String text) {
    root = JsonMapper.shared().readTree(text);
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry
                    .schemas(Map.of(LOCATION, text))
                    .schemaRegistryConfig(
                        com.networknt.schema.SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));
  }

  JsonNode root() {
    return root;
  }

  /** Every operation as {@code GET /v1/products}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    root.get("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) ->
                        operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
    return operations;
  }

  /** Fails unless the document foretells this answer. */
  void check(Answer answer) {
    String operation = operationOf(answer);
    String[] parts = operation.split(" ", 2);
    String pointer =
        "/paths/"
            + parts[1].replace("~", "~0").replace("/", "~1")
            + "/"
            + parts[0].toLowerCase(java.util.Locale.ROOT)
            + "/responses/"
            + answer.status();
    JsonNode response = root.at(pointer);
    assertThat(response.isMissingNode())
        .as("%s is documented to answer %s: %s", operation, answer.status(), answer.text())
        .isFalse();
    if (response.has("$ref")) {
      pointer = response.get("$ref").asString().substring(1);
      response = root.at(pointer);
    }
    checkHeaders(answer, operation, response);
    checkBody(answer, operation, pointer, response);
  }

  private void checkHeaders(Answer answer, String operation, JsonNode response) {
    response
        .path("headers")
        .forEachEntry(
            (name, reference) -> {
              String at = reference.get("$ref").asString().substring(1);
              var sent = answer.header(name);
              if (root.at(at).path("required").asBoolean(false)) {
                assertThat(sent).as("%s sends %s", operation, name).isPresent();
              }
              sent.ifPresent(
                  value ->
                      assertThat(
                              validate(at + "/schema", "\"" + value.replace("\"", "\\\"") + "\""))
                          .as("%s sends %s: %s", operation, name, value)
                          .isEmpty());
            });
    for (String name : Set.of("Location", "Retry-After", "Idempotency-Replayed", "Link", "ETag")) {
      if (answer.header(name).isPresent()) {
        assertThat(response.path("headers").has(name))
            .as("%s is documented to send %s", operation, name)
            .isTrue();
      }
    }
  }

  private void checkBody(Answer answer, String operation, String pointer, JsonNode response) {
    if (!response.has("content")) {
      assertThat(answer.text()).as("%s sends no body", operation).isEmpty();
      return;
    }
    String media = answer.header("Content-Type").orElse("").split(";", 2)[0];
    assertThat(response.get("content").propertyNames())
        .as("content types of %s %s", operation, answer.status())
        .contains(media);
    if (media.endsWith("json")) {
      String schema = pointer + "/content/" + media.replace("/", "~1") + "/schema";
      assertThat(validate(schema, answer.text()))
          .as("%s %s: %s", operation, answer.status(), answer.text())
          .isEmpty();
    }
  }

  private java.util.List<com.networknt.schema.Error> validate(String pointer, String json) {
    return parsed
        .computeIfAbsent(pointer, at -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + at)))
        .validate(json, com.networknt.schema.InputFormat.JSON);
  }

  private String operationOf(Answer answer) {
    String path = answer.path().split("\\?", 2)[0];
    return operations().stream()
        .filter(operation -> operation.startsWith(answer.method() + " "))
        .filter(operation -> matches(operation.split(" ", 2)[1], path))
        // A path without parameters goes before one with them.
        .min(java.util.Comparator.comparing(operation -> operation.contains("{")))
        .orElseThrow(() -> new AssertionError("not documented: " + answer.method() + " " + path));
  }

  private static boolean matches(String template, String path) {
    String regex =
        Pattern.compile("\\{[^}]+}")
            .splitAsStream(template + "\u0000")
            .map(Pattern::quote)
            .reduce((a, b) -> a + "[^/]+" + b)
            .orElseThrow();
    return (path + "\u0000").matches(regex);
  }
}
