package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.FlightEvent;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.testkit.DeliveryLives;
import dev.hexwing.domain.testkit.DroneLives;
import dev.hexwing.domain.testkit.OrderLives;
import dev.hexwing.domain.testkit.PaymentLives;
import dev.hexwing.domain.testkit.SharedValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Events as plain data lose nothing, and nothing unknown is taken for known. */
class EventRecordsTest {

  private static final SequencedMap<String, Object> NO_FACTS = new LinkedHashMap<>();

  @Provide
  Arbitrary<List<DomainEvent>> histories() {
    return Arbitraries.oneOf(
        OrderLives.orders().map(order -> List.copyOf(order.drainEvents())),
        PaymentLives.histories().map(List::copyOf),
        drones(),
        DeliveryLives.deliveries().map(delivery -> List.copyOf(delivery.drainEvents())));
  }

  private static Arbitrary<List<DomainEvent>> drones() {
    return DroneLives.registrations()
        .flatMap(
            registration ->
                DroneLives.commands(registration.capacity(), DispatchPolicy.STANDARD)
                    .list()
                    .ofMaxSize(30)
                    .map(
                        commands -> {
                          Drone drone = registration.make();
                          commands.forEach(command -> command.carryOut(drone));
                          return List.copyOf(drone.drainEvents());
                        }));
  }

  @Provide
  Arbitrary<EventMetadata> metadata() {
    return SharedValues.eventMetadata();
  }

  @Property(tries = 500)
  void every_event_comes_back_as_it_was(@ForAll("histories") List<DomainEvent> history) {
    for (DomainEvent event : history) {
      EventRecord record = EventRecords.toRecord(event);
      assertThat(EventRecords.toEvent(record)).isEqualTo(event);
      assertThat(record.type()).isEqualTo(EventRecords.type(event));
      assertThat(record.metadata()).isEqualTo(event.metadata());
    }
  }

  @Property(tries = 200)
  void data_is_made_of_plain_values_alone(@ForAll("histories") List<DomainEvent> history) {
    history.forEach(event -> assertThat(isPlain(EventRecords.toRecord(event).data())).isTrue());
  }

  @Example
  void every_kind_of_event_has_a_name_of_its_own_that_tells_its_context_and_version() {
    Map<Class<?>, String> names =
        histories()
            .sampleStream()
            .limit(3_000)
            .flatMap(List::stream)
            .collect(
                Collectors.toMap(DomainEvent::getClass, EventRecords::type, (one, same) -> one));
    Set<Class<?>> kinds =
        Stream.of(OrderEvent.class, PaymentEvent.class, FlightEvent.class)
            .flatMap(EventRecordsTest::kinds)
            .collect(Collectors.toSet());
    assertThat(names.keySet()).isEqualTo(kinds);
    assertThat(names.values())
        .doesNotHaveDuplicates()
        .allMatch(
            name -> name.matches("dev\\.hexwing\\.(ordering|payments|delivery)\\.[a-z-]+\\.v1"));
  }

  @Property(tries = 20)
  void an_unknown_type_is_refused_by_its_name(@ForAll("metadata") EventMetadata metadata) {
    for (String type : List.of("dev.hexwing.payments.payment-confirmed.v2", "com.example.x.v1")) {
      assertThatThrownBy(() -> EventRecords.toEvent(new EventRecord(type, NO_FACTS, metadata)))
          .isInstanceOf(UnreadableEvent.class)
          .hasMessageContaining(type);
    }
  }

  @Property(tries = 100)
  void a_missing_fact_is_refused_by_its_name(@ForAll("histories") List<DomainEvent> history) {
    for (DomainEvent event : history) {
      EventRecord record = EventRecords.toRecord(event);
      for (String fact : record.data().keySet()) {
        SequencedMap<String, Object> less = new LinkedHashMap<>(record.data());
        less.remove(fact);
        EventRecord damaged = new EventRecord(record.type(), less, record.metadata());
        if (!fact.equals("refundDue")) {
          assertThatThrownBy(() -> EventRecords.toEvent(damaged))
              .isInstanceOf(UnreadableEvent.class)
              .hasMessageContaining(fact);
        }
      }
    }
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EventRecordsTest::kinds)
        : Stream.of(type);
  }

  private static boolean isPlain(Object value) {
    return switch (value) {
      case String text -> true;
      case Long whole -> true;
      case Integer whole -> true;
      case Double decimal -> true;
      case Boolean flag -> true;
      case List<?> items -> items.stream().allMatch(EventRecordsTest::isPlain);
      case Map<?, ?> map ->
          map.keySet().stream().allMatch(String.class::isInstance)
              && map.values().stream().allMatch(EventRecordsTest::isPlain);
      default -> false;
    };
  }
}
