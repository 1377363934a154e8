package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.testkit.HexwingDomain;
import dev.hexwing.messaging.cloudevents.Incoming;
import dev.hexwing.messaging.cloudevents.Notation;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Who writes is held to the schemas to the letter, who reads puts up with what is new. */
@Domain(HexwingDomain.class)
class EventSchemasTest {

  private static final TraceParent TRACE =
      TraceParent.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final PublishedSchemas WRITING = PublishedSchemas.forWriting();
  private static final PublishedSchemas READING = PublishedSchemas.forReading();

  private final KafkaWire structured = new KafkaWire(Notation.STRUCTURED);
  private final KafkaWire binary = new KafkaWire(Notation.BINARY);

  @Provide
  Arbitrary<DomainEvent> events() {
    return EventTypes.events();
  }

  private static String text(ProducerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  private String written(DomainEvent event) {
    return text(structured.write("topic", event, Option.some(TRACE)));
  }

  private Incoming read(String text) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("topic", 0, 0, "key", text.getBytes(StandardCharsets.UTF_8));
    record
        .headers()
        .add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
    return structured.read(record);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 600)
  void what_is_written_is_what_the_schema_says(@ForAll("events") DomainEvent event) {
    String type = EventRecords.type(event);
    Statistics.collect(type);
    assertThat(WRITING.faultsOfMessage(type, written(event))).as(type).isEmpty();
    assertThat(WRITING.faultsOfMessage(type, text(structured.write("topic", event, Option.none()))))
        .as(type)
        .isEmpty();
    assertThat(WRITING.faultsOfFacts(type, text(binary.write("topic", event, Option.none()))))
        .as(type)
        .isEmpty();
    Statistics.coverage(
        coverage -> EventTypes.samples(1).keySet().forEach(each -> seen(coverage, each)));
  }

  private static void seen(StatisticsCoverage coverage, String type) {
    coverage.check(type).count(count -> count > 0);
  }

  @Property(tries = 200)
  void a_member_that_no_schema_names_is_not_written(@ForAll("events") DomainEvent event) {
    String type = EventRecords.type(event);
    ObjectNode message = json(written(event));
    for (ObjectNode place : objects(message)) {
      place.put("novel", "x");
      assertThat(WRITING.faultsOfMessage(type, message.toString())).as(type).isNotEmpty();
      place.remove("novel");
    }
  }

  @Property(tries = 200)
  void what_is_new_is_ignored_wherever_it_stands(@ForAll("events") DomainEvent event) {
    String type = EventRecords.type(event);
    ObjectNode message = json(written(event));
    for (ObjectNode place : objects(message)) {
      place.put("novel", "x");
    }
    assertThat(READING.faultsOfMessage(type, message.toString())).as(type).isEmpty();
    assertThat(read(message.toString()))
        .isEqualTo(new Incoming.Understood(event, Option.some(TRACE)));
  }

  @Property(tries = 200)
  void what_is_required_is_needed_and_what_is_optional_may_be_missing(
      @ForAll("events") DomainEvent event) {
    String type = EventRecords.type(event);
    JsonNode schema = PublishedSchemas.schema(type);
    List<String> required = new ArrayList<>();
    schema.get("required").forEach(name -> required.add(name.asText()));
    for (String fact : EventRecords.toRecord(event).data().keySet()) {
      ObjectNode message = json(written(event));
      ((ObjectNode) message.get("data")).remove(fact);
      boolean isRequired = required.contains(fact);
      assertThat(READING.faultsOfMessage(type, message.toString()).isEmpty())
          .as(type + " without " + fact)
          .isEqualTo(!isRequired);
      assertThat(read(message.toString()))
          .as(type + " without " + fact)
          .isInstanceOf(isRequired ? Incoming.Unreadable.class : Incoming.Understood.class);
    }
  }

  @Property(tries = 100)
  void intent_cause_and_trace_may_be_missing(@ForAll("events") DomainEvent event) {
    ObjectNode message = json(written(event));
    message.remove(List.of("correlationid", "causationid", "traceparent", "partitionkey"));
    Incoming read = read(message.toString());
    assertThat(read).isInstanceOf(Incoming.Understood.class);
    DomainEvent understood = ((Incoming.Understood) read).event();
    assertThat(understood.eventId()).isEqualTo(event.eventId());
    assertThat(understood.metadata().causationId()).isEmpty();
    assertThat(EventRecords.toRecord(understood).data())
        .isEqualTo(EventRecords.toRecord(event).data());
  }

  @Example
  void an_order_that_was_not_paid_is_cancelled_without_a_word_of_a_refund() {
    String message =
        """
        {"specversion": "1.0", "source": "urn:dev:hexwing:ordering", "time": "2026-01-01T12:00:00Z",
         "id": "0190a1b2-0000-7000-8000-0000000000a2/2", "correlationid": "tap-1",
         "type": "dev.hexwing.ordering.order-cancelled.v1",
         "data": {"orderId": "0190a1b2-0000-7000-8000-0000000000a2", "reason": "storm"}}
        """;
    Incoming.Understood read = (Incoming.Understood) read(message);
    assertThat(((OrderCancelled) read.event()).refundDue()).isEmpty();
  }

  @Example
  void a_mistake_would_be_found() {
    String facts = "{\"droneId\": \"A47\", \"batteryPercent\": 9}";
    String type = "dev.hexwing.delivery.drone-battery-critical.v1";
    assertThat(WRITING.faultsOfFacts(type, facts)).isEmpty();
    assertThat(WRITING.faultsOfFacts(type, facts.replace("9", "101"))).isNotEmpty();
    assertThat(WRITING.faultsOfFacts(type, facts.replace("9", "\"9\""))).isNotEmpty();
    assertThat(WRITING.faultsOfFacts(type, facts.replace("A47", "a 47"))).isNotEmpty();
    assertThat(WRITING.faultsOfFacts(type, facts.replace("droneId", "drone"))).isNotEmpty();
  }

  /** The object itself and every object in it. */
  private static List<ObjectNode> objects(ObjectNode root) {
    List<ObjectNode> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(JsonNode node, List<ObjectNode> found) {
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.forEach(child -> collect(child, found));
  }
}
