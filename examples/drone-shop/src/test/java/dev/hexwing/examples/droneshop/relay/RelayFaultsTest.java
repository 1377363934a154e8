package dev.hexwing.examples.droneshop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.OutboxRelay;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One relay over a real PostgreSQL, and a broker or a handler that does what it should not. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RelayFaultsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final Shelf shelf = Shelf.open(Databases.fresh());

  @AfterEach
  void close() {
    shelf.close();
  }

  @Nested
  class A_broker_that_answers {

    private void assertOneEffectEach(ScriptedBroker.Script script) {
      Tally tally = Tally.of(shelf.unitOfWork());
      try (OutboxRelay relay =
          OutboxRelay.start(
              shelf.persistence().outboxQueue(),
              new ScriptedBroker(script, tally),
              Shelf.relay(8, LONG))) {
        assertThat(relay).isNotNull();
        shelf.happen("A47", 3);
        shelf.happen("B1", 3);
        shelf.awaitSent("A47", 3);
        shelf.awaitSent("B1", 3);
      }
      assertThat(tally.delivered("A47"))
          .containsExactly("A47/1", "A47/1", "A47/2", "A47/2", "A47/3", "A47/3");
      assertThat(shelf.effects("A47")).isEqualTo(3);
      assertThat(shelf.effects("B1")).isEqualTo(3);
    }

    @Test
    void after_our_time_out_has_the_event_sent_again_and_it_has_one_effect() {
      Set<DomainEvent> lost = ConcurrentHashMap.newKeySet();
      assertOneEffectEach(
          (event, real) -> {
            real.publish(event);
            if (lost.add(event)) {
              throw new IllegalStateException("no answer in time");
            }
          });
    }

    @Test
    void twice_has_one_effect() {
      assertOneEffectEach(
          (event, real) -> {
            real.publish(event);
            real.publish(event);
          });
    }
  }

  @Nested
  class A_handler_slower_than_its_lease {

    @Test
    void is_not_handed_the_event_again_by_its_own_node_and_does_not_hold_up_the_others() {
      Hold slow = new Hold("A47/1");
      Tally tally = new Tally(shelf.unitOfWork(), slow, event -> {});
      shelf.happen("A47", 2);
      try (OutboxRelay relay =
          OutboxRelay.start(
              shelf.persistence().outboxQueue(),
              ScriptedBroker.sound(tally),
              Shelf.relay(2, Duration.ofMillis(200)))) {
        assertThat(relay).isNotNull();
        slow.awaitReached();
        Await.until("leases run out", () -> shelf.claims("A47/1") >= 4);
        shelf.happen("B1", 3);
        shelf.awaitSent("B1", 3);
        assertThat(shelf.sent("A47")).isZero();
        slow.letGo();
        shelf.awaitSent("A47", 2);
      }
      assertThat(tally.delivered("A47")).containsExactly("A47/1", "A47/2");
      assertThat(shelf.effects("A47")).isEqualTo(2);
    }
  }

  @Nested
  class An_event_that_cannot_be_read {

    @Test
    void is_set_aside_after_some_tries_and_holds_up_its_own_aggregate_only() {
      Tally tally = Tally.of(shelf.unitOfWork());
      shelf.happen("A47", 2);
      shelf.tear("A47/1");
      shelf.happen("B1", 3);
      try (OutboxRelay relay =
          OutboxRelay.start(
              shelf.persistence().outboxQueue(),
              ScriptedBroker.sound(tally),
              Shelf.relay(8, LONG, 3))) {
        assertThat(relay).isNotNull();
        shelf.awaitSent("B1", 3);
        Await.until(
            "it is set aside", () -> shelf.persistence().outboxQueue().backlog().parked() == 1);
        assertThat(shelf.claims("A47/1")).isEqualTo(3);
        assertThat(shelf.claims("A47/2")).isZero();
      }
      assertThat(shelf.effects("B1")).isEqualTo(3);
      assertThat(tally.delivered("A47")).isEmpty();
    }
  }

  @Nested
  class A_handler_that_throws_for_one_event_of_three {

    /** Cannot take {@code A47/2} while it is poisoned. */
    private record Squeamish(PoisonPolicy poisonPolicy, List<String> taken, Set<String> poison)
        implements EventConsumer {

      @Override
      public String name() {
        return "test.squeamish";
      }

      @Override
      public boolean wants(DomainEvent event) {
        return true;
      }

      @Override
      public void on(DomainEvent event) {
        if (poison.contains(event.eventId().value())) {
          throw new IllegalStateException("cannot take it");
        }
        taken.add(event.eventId().value());
      }
    }

    @ParameterizedTest
    @CsvSource({"SKIP_WITH_AUDIT, A47/1 A47/3, SKIPPED", "PARK_KEY, A47/1, PARKED"})
    void has_the_others_in_order_as_its_policy_says_and_other_drones_all(
        PoisonPolicy policy, String expected, DeadLetter.State state) {
      List<String> taken = new CopyOnWriteArrayList<>();
      EventConsumer guarded =
          new GuardedConsumer(
              new Squeamish(policy, taken, Set.of("A47/2")), shelf.persistence().deadLetters(), 3);
      try (OutboxRelay relay =
          OutboxRelay.start(
              shelf.persistence().outboxQueue(),
              ScriptedBroker.sound(guarded),
              Shelf.relay(8, LONG))) {
        assertThat(relay).isNotNull();
        shelf.happen("A47", 3);
        shelf.happen("B1", 3);
        shelf.awaitSent("A47", 3);
        shelf.awaitSent("B1", 3);
      }
      assertThat(taken.stream().filter(id -> id.startsWith("A47")))
          .containsExactly(expected.split(" "));
      assertThat(taken.stream().filter(id -> id.startsWith("B1")))
          .containsExactly("B1/1", "B1/2", "B1/3");
      List<DeadLetter> letters = shelf.persistence().deadLetters().list(Option.none(), 10);
      assertThat(letters).first().extracting(DeadLetter::state).isEqualTo(state);
      assertThat(letters.getFirst().message().name()).isEqualTo("A47/2");
    }
  }
}
