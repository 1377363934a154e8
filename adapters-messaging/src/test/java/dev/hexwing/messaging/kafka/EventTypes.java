package dev.hexwing.messaging.kafka;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.access.AccessEvent;
import dev.hexwing.domain.delivery.FlightEvent;
import dev.hexwing.domain.notification.MessageEvent;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Every kind of event that there is, found by walking the sealed families. */
final class EventTypes {

  private static final List<Class<? extends DomainEvent>> FAMILIES =
      List.of(
          OrderEvent.class,
          PaymentEvent.class,
          FlightEvent.class,
          AccessEvent.class,
          MessageEvent.class);

  private EventTypes() {}

  /** The record class of each kind. */
  static List<Class<? extends DomainEvent>> kinds() {
    return FAMILIES.stream().flatMap(EventTypes::kindsOf).toList();
  }

  private static Stream<Class<? extends DomainEvent>> kindsOf(Class<? extends DomainEvent> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses())
            .map(kind -> kind.<DomainEvent>asSubclass(DomainEvent.class))
            .flatMap(EventTypes::kindsOf)
        : Stream.of(family);
  }

  /** Any event of any kind, one kind as often as another; only within the domain's context. */
  static Arbitrary<DomainEvent> events() {
    return Arbitraries.oneOf(kinds().stream().map(EventTypes::ofKind).toList());
  }

  private static Arbitrary<DomainEvent> ofKind(Class<? extends DomainEvent> kind) {
    return Arbitraries.defaultFor(kind).map(event -> event);
  }

  /** Some events of each type, by the name of the type; only within the domain's context. */
  static SequencedMap<String, List<DomainEvent>> samples(int count) {
    SequencedMap<String, List<DomainEvent>> samples = new TreeMap<>();
    for (Class<? extends DomainEvent> kind : kinds()) {
      List<DomainEvent> some = ofKind(kind).sampleStream().limit(count).toList();
      samples.put(EventRecords.type(some.getFirst()), some);
    }
    return samples;
  }
}
