package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetterDesk;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What may go wrong while a new consumer starts from the beginning: nodes that die or stand still,
 * events that it cannot take; extend it with the store that is to keep to it.
 */
public abstract class ConsumerStartFaultsContract extends StartedConsumers {

  @Nested
  class While_it_changes_over {

    /** Does something the first time that the consumer gets an event. */
    private void at(String eventId, Runnable what) {
      Set<String> done = new HashSet<>();
      Consumer<DomainEvent> others = before;
      before =
          event -> {
            others.accept(event);
            if (event.eventId().value().equals(eventId) && done.add(eventId)) {
              what.run();
            }
          };
    }

    @Test
    void nothing_is_lost_that_was_passed_over_just_before() {
      happen("A1", 1);
      Node node = node();
      Node other = node();
      at(
          "A1/1",
          () -> {
            happen("A1", 1);
            other.hear(drainOutbox());
            assertState(State.STARTING);
          });
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 2);
    }

    @Test
    void what_is_sent_waits_and_comes_again() {
      happen("A1", 1);
      Node node = node();
      List<DomainEvent> sent = new ArrayList<>();
      at("A1/1", () -> happen("A1", 1));
      at(
          "A1/2",
          () -> {
            assertState(State.SWITCHING);
            happen("A1", 1);
            sent.addAll(drainOutbox());
            assertThatThrownBy(() -> node.hear(sent)).isInstanceOf(IllegalStateException.class);
          });
      node.feed();
      assertState(State.LIVE);
      assertThat(sent).hasSizeGreaterThanOrEqualTo(3);
      node.hear(sent);
      node.assertEffects("A1", 3);
    }

    @Test
    void a_failure_lets_events_be_passed_over_again() {
      happen("A1", 1);
      Node node = node();
      at("A1/1", () -> happen("A1", 1));
      at(
          "A1/2",
          () -> {
            throw new IllegalStateException("not now");
          });
      assertThat(node.feed.runOnce()).isFalse();
      assertState(State.STARTING);
      node.hear(drainOutbox());
      node.assertEffects("A1", 1);
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 2);
    }

    @Test
    void a_node_that_dies_has_events_wait_no_longer_than_its_lease() {
      happen("A1", 1);
      Node node = node();
      at("A1/1", () -> happen("A1", 1));
      at(
          "A1/2",
          () -> {
            throw new AssertionError("killed");
          });
      assertThatThrownBy(node.feed::runOnce).isInstanceOf(AssertionError.class);
      assertState(State.SWITCHING);
      List<DomainEvent> sent = drainOutbox();
      Node other = node();
      assertThatThrownBy(() -> other.hear(sent)).isInstanceOf(IllegalStateException.class);
      store().advance(Duration.ofSeconds(11));
      other.hear(sent);
      assertState(State.STARTING);
      other.assertEffects("A1", 1);
      store().advance(Duration.ofSeconds(31));
      other.feed();
      assertState(State.LIVE);
      other.assertEffects("A1", 2);
    }
  }

  @Nested
  class Of_several_nodes {

    @Test
    void one_feeds_and_another_goes_on_where_it_was_when_it_dies() {
      happen("A1", 7);
      sendAndFile();
      Node node = node();
      node.feed.runOnce();
      node.feed.runOnce();
      Node other = node();
      other.feed();
      assertThat(other.lives.delivered()).isEmpty();
      store().advance(Duration.ofSeconds(31));
      other.feed();
      assertState(State.LIVE);
      assertThat(other.lives.delivered()).containsExactly("A1/5", "A1/6", "A1/7");
      other.assertEffects("A1", 7);
    }

    @Test
    void one_that_dies_between_an_effect_and_its_note_has_it_brought_again_and_not_done_again() {
      happen("A1", 2);
      sendAndFile();
      Node node = node();
      before =
          event -> {
            if (event.version().value() == 2) {
              throw new AssertionError("killed");
            }
          };
      assertThatThrownBy(node.feed::runOnce).isInstanceOf(AssertionError.class);
      before = event -> {};
      store().advance(Duration.ofSeconds(31));
      Node other = node();
      other.feed();
      assertThat(other.lives.delivered()).containsExactly("A1/1", "A1/2");
      other.assertEffects("A1", 2);
    }

    @Test
    void one_that_was_frozen_past_its_lease_does_no_harm() {
      happen("A1", 4);
      sendAndFile();
      Node frozen = node();
      Node other = node();
      Set<String> once = ConcurrentHashMap.newKeySet();
      before =
          event -> {
            if (event.eventId().value().equals("A1/1") && once.add("A1/1")) {
              store().advance(Duration.ofSeconds(31));
              other.feed();
              assertState(State.LIVE);
              happen("A1", 1);
              other.hear(drainOutbox());
            }
          };
      frozen.feed();
      assertState(State.LIVE);
      frozen.assertEffects("A1", 5);
      other.assertEffects("A1", 5);
    }

    @Test
    void each_event_has_one_effect_in_order_whoever_feeds_and_whoever_hears() {
      happen("A1", 6);
      happen("B2", 6);
      sendAndFile();
      Node one = node();
      Node two = node();
      Queue<DomainEvent> sent = new ConcurrentLinkedQueue<>();
      Queue<Runnable> parts =
          new ConcurrentLinkedQueue<>(
              List.of(
                  one::feed,
                  two::feed,
                  () -> {
                    for (int i = 0; i < 8; i++) {
                      happen("A1", 1);
                      happen("B2", 1);
                      List<DomainEvent> events = drainOutbox();
                      events.forEach(event -> hearInTheEnd(two, event));
                      sent.addAll(events);
                    }
                  }));
      assertThat(
              Race.between(
                  3,
                  race -> {
                    race.standInLine();
                    parts.remove().run();
                  }))
          .allMatch(Race.Outcome::won);
      store().advance(Duration.ofSeconds(31));
      one.feed();
      assertState(State.LIVE);
      one.hear(List.copyOf(sent));
      one.assertEffects("A1", 14);
      two.assertEffects("B2", 14);
    }

    /** As a broker does, again and again while the consumer changes over. */
    private void hearInTheEnd(Node node, DomainEvent event) {
      long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (System.nanoTime() < end) {
        try {
          node.hear(List.of(event));
          return;
        } catch (IllegalStateException e) {
          Thread.onSpinWait();
        }
      }
      node.hear(List.of(event));
    }
  }

  @Nested
  class An_event_that_it_cannot_take {

    private void refuse(String eventId) {
      before =
          event -> {
            if (event.eventId().value().equals(eventId)) {
              throw new IllegalStateException("not this one");
            }
          };
    }

    private List<String> letters() {
      return store().deadLetters().list(Option.none(), 100).stream()
          .map(letter -> letter.message().name() + " " + letter.state())
          .toList();
    }

    @Test
    void is_parked_and_what_follows_of_its_aggregate_waits_while_others_flow() {
      happen("A1", 3);
      happen("B2", 2);
      sendAndFile();
      refuse("A1/2");
      Node node = node();
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 1);
      node.assertEffects("B2", 2);
      assertThat(letters()).containsExactly("A1/2 PARKED", "A1/3 WAITING");
      before = event -> {};
      DeadLetter first = store().deadLetters().list(Option.none(), 1).getFirst();
      DeadLetterDesk desk =
          new DeadLetterDesk(Option.some(store().deadLetters()), List.of(node.narrowed), Map.of());
      assertThat(desk.resume(first.id()).get()).isEqualTo(2);
      node.assertEffects("A1", 3);
    }

    @Test
    void is_skipped_for_the_record_if_that_is_its_policy() {
      happen("A1", 3);
      sendAndFile();
      refuse("A1/2");
      Node node = new Node(EVERYTHING, PoisonPolicy.SKIP_WITH_AUDIT, 2);
      node.feed();
      assertState(State.LIVE);
      assertThat(node.lives.effects("A1")).isEqualTo(2);
      assertThat(letters()).containsExactly("A1/2 SKIPPED");
    }

    @Test
    void is_tried_again_where_it_failed_and_not_from_before() {
      happen("A1", 2);
      sendAndFile();
      Set<String> once = new HashSet<>();
      before =
          event -> {
            if (once.add(event.eventId().value())) {
              throw new IllegalStateException("not at first");
            }
          };
      Node node = node();
      node.feed();
      assertState(State.LIVE);
      assertThat(node.lives.delivered()).containsExactly("A1/1", "A1/2");
      node.assertEffects("A1", 2);
    }
  }
}
