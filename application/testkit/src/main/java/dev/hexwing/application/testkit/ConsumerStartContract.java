package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerFeeds;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetterDesk;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
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
 * How a new consumer starts from the beginning of history while the shop goes on; extend it with
 * the store that is to keep to it.
 */
public abstract class ConsumerStartContract extends StoreContract {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int TRIES = 3;
  private static final String NAME = "test.counted-lives";
  private static final Beginning EVERYTHING = Beginning.OF_EVERYTHING.settlingFor(Duration.ZERO);

  /** What the consumer does first, per event; each test may set it. */
  private volatile Consumer<DomainEvent> before = event -> {};

  /** One node: the consumer, as the broker sees it, and its feed. */
  private final class Node {

    private final CountedLives lives;
    private final EventConsumer narrowed;
    private final ConsumerFeed feed;
    private final EventConsumer subscriber;

    Node(Beginning beginning, PoisonPolicy policy, int batch) {
      this.lives =
          new CountedLives(store().unitOfWork(), beginning, policy, event -> before.accept(event));
      this.narrowed = beginning.narrow(lives);
      this.feed =
          new ConsumerFeed(
              new GuardedConsumer(narrowed, store().deadLetters(), TRIES),
              beginning,
              store().unitOfWork(),
              Option.some(store().deadLetters()),
              batch,
              Duration.ZERO);
      this.subscriber = feed.asSubscriber();
    }

    /** Feeds until nothing is to do any more, though something may fail now and then. */
    void feed() {
      int idle = 0;
      for (int step = 0; step < 1_000; step++) {
        idle = feed.runOnce() ? 0 : idle + 1;
        if (idle == 2 * TRIES) {
          return;
        }
      }
      throw new AssertionError("a feed without end");
    }

    /** As a broker brings them. */
    void hear(List<DomainEvent> events) {
      events.stream().filter(subscriber::wants).forEach(subscriber::on);
    }

    void assertEffects(String name, long events) {
      assertThat(lives.effects(name)).as("effects of %s", name).isEqualTo(events);
      assertThat(lives.disorder()).isEmpty();
    }
  }

  private Node node() {
    return node(EVERYTHING);
  }

  private Node node(Beginning beginning) {
    return new Node(beginning, PoisonPolicy.PARK_KEY, 2);
  }

  private void happen(String name, int times) {
    for (int i = 0; i < times; i++) {
      run(stores -> CountedLives.happen(stores, new DroneId(name)));
    }
  }

  private void fileAll() {
    while (execute(stores -> stores.history().file(100)) > 0) {
      assertThat(outbox()).isNotNull();
    }
  }

  /** Sends and files everything, and no consumer is there. */
  private void sendAndFile() {
    drainOutbox();
    fileAll();
  }

  private ConsumerStart known() {
    return read(stores -> stores.consumerStarts().find(NAME)).get();
  }

  private void assertState(State state) {
    assertThat(known().state()).isEqualTo(state);
  }

  @Nested
  class A_new_consumer {

    @Test
    void gets_all_that_was_ever_sent_in_order_and_then_what_is_sent() {
      happen("A1", 3);
      happen("B2", 2);
      drainOutbox();
      execute(stores -> stores.history().file(2));
      Node node = node();
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 3);
      node.assertEffects("B2", 2);
      happen("A1", 1);
      node.hear(drainOutbox());
      node.assertEffects("A1", 4);
    }

    @Test
    void gets_what_is_sent_meanwhile_from_history_and_once() {
      happen("A1", 4);
      sendAndFile();
      Node node = node();
      assertThat(node.feed.runOnce()).isTrue();
      assertState(State.STARTING);
      happen("A1", 2);
      happen("B2", 1);
      node.hear(drainOutbox());
      node.assertEffects("A1", 2);
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 6);
      node.assertEffects("B2", 1);
    }

    @Test
    void gets_once_what_was_committed_and_is_sent_only_after_it_is_live() {
      happen("A1", 2);
      Node node = node();
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 2);
      happen("A1", 1);
      node.hear(drainOutbox());
      node.assertEffects("A1", 3);
      assertThat(node.lives.delivered()).filteredOn("A1/2"::equals).hasSize(2);
    }

    @Test
    void is_fed_from_history_for_as_long_as_it_settles() {
      Node node = node(EVERYTHING.settlingFor(Duration.ofMinutes(10)));
      happen("A1", 1);
      sendAndFile();
      node.feed();
      happen("A1", 1);
      drainOutbox();
      node.feed();
      assertState(State.STARTING);
      node.assertEffects("A1", 2);
      store().advance(Duration.ofMinutes(11));
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 2);
    }

    @Test
    void does_not_wait_for_an_event_that_the_broker_never_takes() {
      happen("A1", 1);
      outbox().park(outbox().claim(1, LEASE).getFirst(), "too large");
      Node node = node();
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 1);
    }

    @Test
    void tells_how_far_it_is() {
      happen("A1", 5);
      sendAndFile();
      Node node = node();
      node.feed.runOnce();
      assertThat(known().reached()).isEqualTo(2);
      assertThat(known().total()).isEqualTo(5);
      assertThat(readList(stores -> stores.consumerStarts().all())).hasSize(1);
    }
  }

  @Nested
  class A_part_of_history {

    private static final String CLEARED = "dev.hexwing.delivery.maintenance-cleared.v1";

    @Test
    void may_be_some_types_then_and_later() {
      happen("A1", 3);
      sendAndFile();
      Node node = node(Beginning.ofTypes(CLEARED).settlingFor(Duration.ZERO));
      node.feed();
      happen("A1", 1);
      happen("B2", 1);
      node.hear(drainOutbox());
      assertThat(node.lives.delivered()).containsExactly("A1/2", "A1/3", "A1/4");
    }

    @Test
    void may_be_one_aggregate_then_and_later() {
      happen("A1", 5);
      happen("B2", 2);
      sendAndFile();
      happen("A1", 1);
      Node node = node(Beginning.ofAggregate("A1").settlingFor(Duration.ZERO));
      assertThat(node.feed.runOnce()).isTrue();
      happen("A1", 1);
      List<DomainEvent> sent = drainOutbox();
      node.hear(sent);
      node.feed();
      assertState(State.LIVE);
      node.hear(sent);
      happen("A1", 1);
      happen("B2", 1);
      node.hear(drainOutbox());
      node.assertEffects("A1", 8);
      assertThat(node.lives.effects("B2")).isZero();
    }
  }

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
  class When_the_beginning_is_gone {

    private void forget() {
      store().advance(Duration.ofDays(8));
      long forgotten = execute(stores -> stores.history().forget(Duration.ofDays(7), 2));
      assertThat(forgotten).isEqualTo(2);
    }

    @Test
    void it_takes_nothing_until_what_is_left_is_said_to_be_enough() {
      happen("B2", 2);
      happen("A1", 2);
      sendAndFile();
      forget();
      Node node = node();
      node.feed();
      assertState(State.REFUSED);
      assertThat(known().reason().get()).contains("gone");
      happen("A1", 1);
      node.hear(drainOutbox());
      node.assertEffects("A1", 0);
      Node bold = node(EVERYTHING.orFromWhatIsLeft());
      bold.feed();
      assertState(State.LIVE);
      bold.assertEffects("A1", 3);
      bold.assertEffects("B2", 0);
    }

    @Test
    void it_says_so_when_that_happens_on_the_way() {
      happen("A1", 1);
      sendAndFile();
      Node node = node(EVERYTHING.settlingFor(Duration.ofDays(30)));
      node.feed();
      node.assertEffects("A1", 1);
      happen("A1", 2);
      sendAndFile();
      forget();
      node.feed();
      assertState(State.REFUSED);
      node.assertEffects("A1", 1);
    }

    @Test
    void one_aggregate_that_is_still_whole_is_enough_for_who_asks_for_it() {
      happen("B2", 2);
      happen("A1", 2);
      sendAndFile();
      forget();
      Node node = node(Beginning.ofAggregate("A1").settlingFor(Duration.ZERO));
      node.feed();
      assertState(State.LIVE);
      node.assertEffects("A1", 2);
    }

    @Test
    void one_aggregate_that_is_not_whole_is_refused() {
      happen("A1", 4);
      sendAndFile();
      forget();
      Node node = node(Beginning.ofAggregate("A1").settlingFor(Duration.ZERO));
      node.feed();
      assertState(State.REFUSED);
      assertThat(node.lives.delivered()).isEmpty();
    }
  }

  @Nested
  class A_consumer_that_is_not_new {

    private void assertGoesOnAsBefore(Node node) {
      node.feed();
      assertState(State.LIVE);
      assertThat(known().reason().get()).contains("took events before");
      assertThat(node.lives.delivered()).isEmpty();
      happen("B2", 1);
      node.hear(drainOutbox());
      node.assertEffects("B2", 1);
    }

    @Test
    void goes_on_as_before_if_the_inbox_knows_it() {
      happen("A1", 2);
      sendAndFile();
      run(stores -> stores.inbox().claim(NAME, new EventId("A1/2")));
      assertGoesOnAsBefore(node());
    }

    @Test
    void goes_on_as_before_if_it_did_not_ask_for_the_beginning() {
      happen("A1", 2);
      sendAndFile();
      ConsumerFeeds former = new ConsumerFeeds(List.of(), List.of(NAME), store().unitOfWork());
      assertThat(former.runOnce()).isFalse();
      assertGoesOnAsBefore(node());
    }

    @Test
    void never_starts_from_the_beginning_again() {
      happen("A1", 2);
      sendAndFile();
      node().feed();
      assertState(State.LIVE);
      store().advance(Duration.ofDays(31));
      run(stores -> stores.inbox().forget(Duration.ofDays(30), 100));
      Node later = node();
      later.feed();
      assertThat(later.lives.delivered()).isEmpty();
      later.assertEffects("A1", 2);
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

  @Nested
  class What_it_took {

    @Test
    void is_remembered_until_it_is_live() {
      happen("A1", 2);
      sendAndFile();
      Node node = node();
      node.feed.runOnce();
      node.assertEffects("A1", 2);
      store().advance(Duration.ofDays(40));
      assertThat(forget()).isZero();
      node.feed();
      assertState(State.LIVE);
      store().advance(Duration.ofDays(40));
      assertThat(forget()).isEqualTo(2);
    }

    private long forget() {
      return execute(stores -> stores.inbox().forget(Duration.ofDays(30), 100));
    }
  }

  @Nested
  class A_noted_start {

    private void begin(State state) {
      run(stores -> stores.consumerStarts().begin(NAME, state, Option.none()));
    }

    private Option<ConsumerStart> take() {
      return execute(stores -> stores.consumerStarts().take(NAME, LEASE));
    }

    @Test
    void is_noted_once() {
      begin(State.STARTING);
      assertConflict(Subject.START, () -> begin(State.LIVE));
      assertState(State.STARTING);
    }

    @Test
    void has_one_winner_in_a_race() {
      assertOneWins(
          Subject.START,
          race ->
              run(
                  stores -> {
                    race.standInLine();
                    stores.consumerStarts().begin(NAME, State.STARTING, Option.none());
                  }));
    }

    @Test
    void belongs_to_who_took_it_until_the_lease_is_over() {
      begin(State.STARTING);
      ConsumerStart first = take().get();
      assertThat(first.held()).isTrue();
      assertThat(take()).isEmpty();
      store().advance(LEASE.plusSeconds(1));
      ConsumerStart second = take().get();
      assertThat(second.token()).isGreaterThan(first.token());
      assertConflict(
          Subject.START, () -> run(stores -> stores.consumerStarts().change(first, LEASE)));
      run(stores -> stores.consumerStarts().change(second, Duration.ZERO));
      assertThat(take()).isNotEmpty();
    }

    @Test
    void is_never_changed_again_when_it_is_live() {
      begin(State.LIVE);
      ConsumerStart live = known();
      assertThat(take()).isEmpty();
      assertConflict(
          Subject.START, () -> run(stores -> stores.consumerStarts().change(live, LEASE)));
    }
  }
}
