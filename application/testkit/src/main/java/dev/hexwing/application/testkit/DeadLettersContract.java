package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetter.State;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every keeper of dead letters must do; extend it with the store that is to keep to it. */
public abstract class DeadLettersContract extends StoreContract {

  private static final String CONSUMER = "test.consumer";

  private DeadLetters letters() {
    return store().deadLetters();
  }

  private Undelivered event(String drone, int version) {
    return event(CONSUMER, drone, version, "could not");
  }

  private Undelivered event(String consumer, String name, int version, String reason) {
    Drone drone = given.drone(name, 2_000);
    for (int i = 1; i < version; i++) {
      drone.clearMaintenance(given.occasion());
    }
    List<DroneEvent> life = drone.drainEvents();
    return Undelivered.of(consumer, life.get(version - 1), reason, 3);
  }

  private List<DeadLetter> all() {
    return letters().list(Option.none(), 100);
  }

  private DeadLetter only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  @Nested
  class A_message_set_aside {

    @Test
    void is_kept_as_it_was_with_its_reason_and_its_age() {
      Undelivered message = event("A47", 2);
      letters().setAside(message, State.PARKED);
      store().advance(Duration.ofMinutes(3));
      DeadLetter letter = only();
      assertThat(letter.message()).isEqualTo(message);
      assertThat(letter.state()).isEqualTo(State.PARKED);
      assertThat(letter.age()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
      assertThat(letters().find(letter.id()).get().message()).isEqualTo(message);
    }

    @Test
    void may_be_no_event_at_all_and_holds_up_nothing() {
      Undelivered message =
          new Undelivered(
              CONSUMER, "topic-3@42", Option.none(), "?? “no”", Option.none(), "no JSON", 1);
      letters().setAside(message, State.PARKED);
      assertThat(only().message()).isEqualTo(message);
      assertThat(letters().waitBehind(event("A47", 1))).isFalse();
    }

    @Test
    void may_be_of_a_type_that_nobody_knows() {
      EventRecord known = event("A47", 2).event().get();
      SequencedMap<String, Object> facts = new LinkedHashMap<>();
      facts.put("colour", "red");
      facts.put("coats", 2);
      EventRecord unknown =
          new EventRecord("dev.hexwing.delivery.drone-painted.v7", facts, known.metadata());
      letters()
          .setAside(
              new Undelivered(
                  CONSUMER,
                  "A47/2",
                  Option.some(unknown),
                  "",
                  Option.some(Given.CORRELATION),
                  "unknown",
                  1),
              State.PARKED);
      assertThat(only().message().event()).contains(unknown);
      assertThat(only().message().correlationId().map(CorrelationId::value)).isNotEmpty();
    }

    @Test
    void stays_one_letter_when_it_is_set_aside_again_with_the_latest_reason() {
      letters().setAside(event("A47", 1), State.PARKED);
      UUID id = only().id();
      letters().setAside(event(CONSUMER, "A47", 1, "x".repeat(900)), State.SKIPPED);
      assertThat(only().id()).isEqualTo(id);
      assertThat(only().message().reason()).isEqualTo("x".repeat(500));
      assertThat(only().state()).isEqualTo(State.SKIPPED);
      letters().setAside(event("test.other", "A47", 1, "another's"), State.PARKED);
      assertThat(all()).hasSize(2);
    }

    @Test
    void is_gone_once_it_is_settled() {
      letters().setAside(event("A47", 1), State.PARKED);
      UUID id = only().id();
      assertThat(letters().countByConsumer()).containsExactly(Map.entry(CONSUMER, 1L));
      letters().settle(id);
      letters().settle(id);
      assertThat(letters().find(id)).isEmpty();
      assertThat(letters().countByConsumer()).isEmpty();
      assertThat(letters().waitBehind(event("A47", 2))).isFalse();
    }
  }

  @Nested
  class What_follows {

    @Test
    void waits_behind_what_is_parked_and_behind_what_waits() {
      letters().setAside(event("A47", 2), State.PARKED);
      UUID parked = only().id();
      assertThat(letters().waitBehind(event("A47", 3))).isTrue();
      letters().settle(parked);
      assertThat(letters().waitBehind(event("A47", 4))).isTrue();
      assertThat(all()).extracting(DeadLetter::state).containsOnly(State.WAITING);
      assertThat(letters().firstOf(CONSUMER, "A47").get().message().name()).isEqualTo("A47/3");
    }

    @Test
    void waits_once_however_often_it_comes() {
      letters().setAside(event("A47", 1), State.PARKED);
      assertThat(letters().waitBehind(event("A47", 1))).isTrue();
      assertThat(letters().waitBehind(event("A47", 2))).isTrue();
      assertThat(letters().waitBehind(event("A47", 2))).isTrue();
      assertThat(all()).hasSize(2);
      assertThat(letters().firstOf(CONSUMER, "A47").get().state()).isEqualTo(State.PARKED);
    }

    @Test
    void does_not_wait_behind_what_came_after_it_was_skipped_or_is_anothers() {
      letters().setAside(event("A47", 2), State.PARKED);
      letters().setAside(event("B48", 1), State.SKIPPED);
      assertThat(letters().waitBehind(event("A47", 1))).isFalse();
      assertThat(letters().waitBehind(event("B48", 2))).isFalse();
      assertThat(letters().waitBehind(event("C49", 3))).isFalse();
      assertThat(letters().waitBehind(event("test.other", "A47", 3, "no"))).isFalse();
      assertThat(letters().firstOf(CONSUMER, "B48")).isEmpty();
      assertThat(all()).hasSize(2);
    }

    @Test
    void waits_in_line_however_many_come_at_once() {
      letters().setAside(event("A47", 1), State.PARKED);
      List<Race.Outcome> outcomes =
          Race.between(
              3,
              race -> {
                race.standInLine();
                for (int version = 2; version < 6; version++) {
                  letters().waitBehind(event("A47", version));
                }
              });
      assertThat(outcomes).anyMatch(Race.Outcome::won);
      assertThat(all()).extracting(letter -> letter.message().name()).doesNotHaveDuplicates();
      assertThat(all()).hasSize(5);
    }
  }

  @Nested
  class A_list {

    @Test
    void comes_in_pages() {
      for (int i = 1; i <= 5; i++) {
        letters().setAside(event("A4" + i, 1), State.PARKED);
      }
      List<DeadLetter> first = letters().list(Option.none(), 3);
      List<DeadLetter> rest = letters().list(Option.some(first.getLast().id()), 3);
      assertThat(first).hasSize(3);
      assertThat(rest).hasSize(2);
      assertThat(rest).doesNotContainAnyElementsOf(first);
    }

    @Test
    void is_counted_by_consumer() {
      letters().setAside(event("A47", 1), State.PARKED);
      letters().waitBehind(event("A47", 2));
      letters().setAside(event("test.other", "A47", 1, "another's"), State.SKIPPED);
      assertThat(letters().countByConsumer())
          .containsOnly(Map.entry(CONSUMER, 2L), Map.entry("test.other", 1L));
    }
  }
}
