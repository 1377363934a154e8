package dev.hexwing.messaging.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.testkit.DeliveryLives;
import dev.hexwing.domain.testkit.OrderLives;
import dev.hexwing.domain.testkit.PaymentLives;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventFormatTest {

  private static final TraceParent TRACE =
      TraceParent.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

  private final EventFormat format = new EventFormat();
  private final JsonFormat document = new JsonFormat();

  @Provide
  Arbitrary<List<DomainEvent>> histories() {
    return Arbitraries.oneOf(
        OrderLives.orders().map(order -> List.copyOf(order.drainEvents())),
        PaymentLives.histories().map(List::copyOf),
        DeliveryLives.deliveries().map(delivery -> List.copyOf(delivery.drainEvents())));
  }

  private Incoming read(String json) {
    return format.read(document.deserialize(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Incoming.Unreadable unreadable(Incoming incoming) {
    assertThat(incoming).isInstanceOf(Incoming.Unreadable.class);
    return (Incoming.Unreadable) incoming;
  }

  private static Incoming.Understood readable(Incoming incoming) {
    assertThat(incoming).isInstanceOf(Incoming.Understood.class);
    return (Incoming.Understood) incoming;
  }

  @Property(tries = 200)
  void every_event_comes_back_as_it_was(@ForAll("histories") List<DomainEvent> history) {
    for (DomainEvent event : history) {
      CloudEvent written = format.write(event, Option.some(TRACE));
      assertThat(written.getSpecVersion()).isEqualTo(SpecVersion.V1);
      assertThat(written.getId()).isEqualTo(event.eventId().value());
      assertThat(written.getType()).isEqualTo(EventRecords.type(event)).matches(".*\\.v[0-9]+");
      assertThat(written.getSubject()).isEqualTo(event.aggregateId());
      assertThat(written.getExtension("correlationid")).isEqualTo(event.correlationId().value());
      CloudEvent carried = document.deserialize(document.serialize(written));
      assertThat(format.read(carried))
          .isEqualTo(new Incoming.Understood(event, Option.some(TRACE)));
    }
  }

  @Example
  void what_is_unknown_is_ignored_and_what_is_optional_may_be_missing() {
    Incoming.Understood read =
        readable(
            read(
                """
                {"specversion": "1.0", "id": "A47/2", "source": "urn:somebody", "subject": "other",
                 "type": "dev.hexwing.delivery.maintenance-cleared.v1", "novel": "x", "shade": true,
                 "time": "2026-01-01T12:00:00Z", "traceparent": "nonsense",
                 "data": {"droneId": "A47", "paint": {"colour": "red"}}}
                """));
    assertThat(read.event().eventId().value()).isEqualTo("A47/2");
    assertThat(read.event().aggregateId()).isEqualTo("A47");
    assertThat(read.event().metadata().causationId()).isEmpty();
    assertThat(read.trace()).isEmpty();
    assertThat(read.event().correlationId()).isNotNull();
  }

  @Example
  void an_unknown_type_is_unreadable_but_is_known_by_name() {
    Incoming.Unreadable read =
        unreadable(
            read(
                """
                {"specversion": "1.0", "id": "A47/9", "source": "urn:b", "correlationid": "tap-9",
                 "type": "dev.hexwing.delivery.drone-painted.v7", "time": "2026-01-01T12:00:00Z",
                 "data": {"colour": "red"}}
                """));
    assertThat(read.reason()).contains("drone-painted.v7");
    assertThat(read.correlationId()).containsExactly(new CorrelationId("tap-9"));
    assertThat(read.event().get().metadata().eventId().value()).isEqualTo("A47/9");
  }

  @Example
  void a_missing_fact_a_strange_name_and_missing_data_are_unreadable() {
    String head =
        "{\"specversion\": \"1.0\", \"source\": \"urn:b\", \"time\": \"2026-01-01T12:00:00Z\","
            + " \"type\": \"dev.hexwing.delivery.maintenance-cleared.v1\", ";
    assertThat(unreadable(read(head + "\"id\": \"A47/2\", \"data\": {}}")).event()).isNotEmpty();
    assertThat(unreadable(read(head + "\"id\": \"A47\", \"data\": {}}")).event()).isEmpty();
    assertThat(unreadable(read(head + "\"id\": \"A47/x\", \"data\": {}}")).event()).isEmpty();
    assertThat(unreadable(read(head + "\"id\": \"A47/2\"}")).reason()).contains("data");
    assertThat(unreadable(read(head + "\"id\": \"A47/2\", \"data\": [1]}")).event()).isEmpty();
  }

  @Example
  void a_trace_is_passed_on_if_it_is_known() {
    DomainEvent event = readable(read(CLEARED)).event();
    assertThat(format.write(event, Option.some(TRACE)).getExtension("traceparent"))
        .isEqualTo(TRACE.value());
    assertThat(format.write(event, Option.none()).getExtension("traceparent")).isNull();
  }

  private static final String CLEARED =
      """
      {"specversion": "1.0", "id": "A47/2", "source": "urn:dev:hexwing:delivery",
       "type": "dev.hexwing.delivery.maintenance-cleared.v1", "subject": "A47",
       "datacontenttype": "application/json", "time": "2026-01-01T12:00:00Z",
       "correlationid": "tap-1", "partitionkey": "A47", "data": {"droneId": "A47"}}
      """;

  @Example
  void on_the_wire_it_looks_as_promised() {
    CloudEvent written = format.write(readable(read(CLEARED)).event(), Option.none());
    assertThat(document.deserialize(document.serialize(written)))
        .isEqualTo(document.deserialize(CLEARED.getBytes(StandardCharsets.UTF_8)));
  }
}
