package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.testkit.HexwingDomain;
import dev.hexwing.messaging.cloudevents.EventFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.domains.Domain;

/** What is told to other teams, held against the code. */
@Domain(HexwingDomain.class)
class EventDocumentTest {

  private static final KafkaSettings USUAL = KafkaSettings.of("localhost:9092");
  private static final int SAMPLES = 20;

  private final JsonNode document = PublishedSchemas.document();

  @Example
  void every_type_of_event_has_a_schema_and_every_schema_an_event() {
    assertThat(PublishedSchemas.types())
        .containsExactlyInAnyOrderElementsOf(EventTypes.samples(1).keySet());
  }

  @Example
  void every_fact_that_a_schema_names_is_one_of_the_event_s() {
    EventTypes.samples(SAMPLES)
        .forEach(
            (type, events) -> {
              Set<String> told = new TreeSet<>();
              for (DomainEvent event : events) {
                told.addAll(EventRecords.toRecord(event).data().keySet());
              }
              assertThat(names(PublishedSchemas.schema(type).get("properties")))
                  .as(type)
                  .isEqualTo(told);
            });
  }

  @Example
  void every_topic_is_a_channel_and_every_channel_a_topic() {
    List<String> addresses = new ArrayList<>();
    for (JsonNode channel : document.get("channels")) {
      addresses.add(
          channel
              .get("address")
              .asText()
              .replace("{prefix}", channel.at("/parameters/prefix/default").asText()));
      assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(USUAL.partitions());
    }
    assertThat(addresses).containsExactlyInAnyOrderElementsOf(new Topics(USUAL).all());
    Set<String> published = new TreeSet<>();
    for (JsonNode operation : document.get("operations")) {
      published.add(operation.at("/channel/$ref").asText().replace("#/channels/", ""));
    }
    assertThat(published).isEqualTo(names(document.get("channels")));
  }

  @Example
  void every_type_of_event_is_a_message_of_its_topic_s_channel() {
    Set<String> types = EventTypes.samples(1).keySet();
    assertThat(names(document.at("/components/messages")))
        .containsExactlyInAnyOrderElementsOf(types);
    document
        .get("channels")
        .properties()
        .forEach(
            channel ->
                assertThat(messagesOf(channel.getValue()))
                    .as(channel.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                        types.stream()
                            .filter(type -> EventFormat.context(type).endsWith(channel.getKey()))
                            .toList()));
  }

  private static List<String> messagesOf(JsonNode channel) {
    List<String> messages = new ArrayList<>();
    for (JsonNode message : channel.get("messages")) {
      messages.add(message.get("$ref").asText().replace("#/components/messages/", ""));
    }
    return messages;
  }

  @Example
  void every_message_refers_to_its_own_schema() {
    document
        .at("/components/messages")
        .properties()
        .forEach(
            message -> {
              JsonNode schema = message.getValue().at("/payload/schema");
              assertThat(message.getValue().get("name").asText()).isEqualTo(message.getKey());
              assertThat(schema.at("/properties/type/const").asText()).isEqualTo(message.getKey());
              assertThat(schema.at("/properties/data/$ref").asText())
                  .isEqualTo("schemas/" + message.getKey() + ".json");
              assertThat(schema.at("/allOf/0/$ref").asText()).isEqualTo("schemas/envelope.json");
            });
  }

  @Example
  void the_document_holds_to_asyncapi_3_0() {
    String text = document.toString();
    assertThat(faultsOfDocument(text)).isEmpty();
    assertThat(faultsOfDocument(text.replace("\"action\":\"send\"", "\"action\":\"shout\"")))
        .isNotEmpty();
    assertThat(faultsOfDocument(text.replace("\"address\":", "\"adress\":"))).isNotEmpty();
  }

  /** By the schema of its makers, see the notice beside it. */
  private static List<?> faultsOfDocument(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(PublishedSchemas.text("kafka/asyncapi/asyncapi-3.0.0.json"))
        .validate(text, InputFormat.JSON);
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
