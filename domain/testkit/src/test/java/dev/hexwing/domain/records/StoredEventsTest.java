package dev.hexwing.domain.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.access.AccessEvent;
import dev.hexwing.domain.access.AccessRecords;
import dev.hexwing.domain.delivery.FlightEvent;
import dev.hexwing.domain.delivery.FlightRecords;
import dev.hexwing.domain.notification.MessageEvent;
import dev.hexwing.domain.notification.MessageRecords;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderRecords;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentRecords;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records as stores hold them for ever: each kind has an example, and every release reads it. */
@DisplayName("Stored events")
class StoredEventsTest {

  private static final List<StoredEvents> VERSION_1 =
      Stream.of("ordering", "payments", "delivery", "access", "notification")
          .map(context -> StoredEvents.read("v1/" + context))
          .toList();

  static Stream<EventRecord> records() {
    return VERSION_1.stream().flatMap(file -> file.records().stream());
  }

  @ParameterizedTest
  @MethodSource("records")
  void of_version_1_are_read_and_would_be_written_again_as_they_were(EventRecord stored) {
    DomainEvent event = event(stored);
    assertThat(event.metadata()).isEqualTo(stored.metadata());
    EventRecord written = record(event);
    assertThat(written.type()).isEqualTo(stored.type());
    assertThat(StoredEvents.plain(written.data())).isEqualTo(StoredEvents.plain(stored.data()));
  }

  @Test
  void are_there_of_every_kind_of_event() {
    assertThat(records().<Class<?>>map(stored -> event(stored).getClass()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    OrderEvent.class,
                    PaymentEvent.class,
                    FlightEvent.class,
                    AccessEvent.class,
                    MessageEvent.class)
                .flatMap(StoredEventsTest::kinds)
                .toList());
  }

  @Test
  void go_by_the_names_that_their_context_lists() {
    assertThat(records().map(stored -> record(event(stored)).type()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    OrderRecords.TYPES,
                    PaymentRecords.TYPES,
                    FlightRecords.TYPES,
                    AccessRecords.TYPES,
                    MessageRecords.TYPES)
                .flatMap(Set::stream)
                .toList());
  }

  @Test
  void of_a_payment_give_the_payment() {
    List<PaymentEvent> history =
        StoredEvents.read("v1/payment-history").records().stream()
            .map(PaymentRecords::toEvent)
            .toList();
    Payment payment = Payment.reconstitute(history);
    assertThat(payment.status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
    assertThat(payment.refundable()).hasToString("EUR 30.00");
    assertThat(Payment.asOf(history, history.get(1).occurredAt()).get().status())
        .isEqualTo(PaymentStatus.CONFIRMED);
  }

  @ParameterizedTest
  @MethodSource("records")
  void lacking_a_fact_are_refused_by_its_name(EventRecord stored) {
    for (String fact : stored.data().keySet()) {
      if (fact.equals("refundDue")) {
        continue;
      }
      SequencedMap<String, Object> less = new LinkedHashMap<>(stored.data());
      less.remove(fact);
      EventRecord damaged = new EventRecord(stored.type(), less, stored.metadata());
      assertThatThrownBy(() -> event(damaged))
          .isInstanceOf(UnreadableEvent.class)
          .hasMessageContaining(fact)
          .hasMessageContaining(stored.metadata().eventId().value());
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void with_a_fact_of_another_kind_are_refused(EventRecord stored) {
    for (String fact : stored.data().keySet()) {
      SequencedMap<String, Object> wrong = new LinkedHashMap<>(stored.data());
      wrong.put(fact, true);
      EventRecord damaged = new EventRecord(stored.type(), wrong, stored.metadata());
      assertThatThrownBy(() -> event(damaged)).isInstanceOf(UnreadableEvent.class);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void of_a_later_release_are_refused_by_their_type(EventRecord stored) {
    String later = stored.type().replace(".v1", ".v9");
    EventRecord unknown = new EventRecord(later, stored.data(), stored.metadata());
    assertThatThrownBy(() -> event(unknown))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("unknown event type: " + later);
  }

  @Nested
  class With_facts_that_this_release_does_not_know {

    @Test
    void are_read_without_them() {
      EventRecord stored = records().findFirst().orElseThrow();
      SequencedMap<String, Object> more = new LinkedHashMap<>(stored.data());
      more.put("addedLater", "something");
      assertThat(event(new EventRecord(stored.type(), more, stored.metadata())))
          .isEqualTo(event(stored));
    }
  }

  private static DomainEvent event(EventRecord stored) {
    List<Function<EventRecord, DomainEvent>> readers =
        List.of(
            OrderRecords::toEvent,
            PaymentRecords::toEvent,
            FlightRecords::toEvent,
            AccessRecords::toEvent,
            MessageRecords::toEvent);
    List<String> prefixes =
        List.of(
            OrderRecords.PREFIX,
            PaymentRecords.PREFIX,
            FlightRecords.PREFIX,
            AccessRecords.PREFIX,
            MessageRecords.PREFIX);
    for (int i = 0; i < readers.size(); i++) {
      if (stored.type().startsWith(prefixes.get(i))) {
        return readers.get(i).apply(stored);
      }
    }
    throw new AssertionError("of no context: " + stored.type());
  }

  private static EventRecord record(DomainEvent event) {
    return switch (event) {
      case OrderEvent order -> OrderRecords.toRecord(order);
      case PaymentEvent payment -> PaymentRecords.toRecord(payment);
      case FlightEvent flight -> FlightRecords.toRecord(flight);
      case AccessEvent access -> AccessRecords.toRecord(access);
      case MessageEvent message -> MessageRecords.toRecord(message);
      default -> throw new AssertionError("of no context: " + event);
    };
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredEventsTest::kinds)
        : Stream.of(type);
  }
}
