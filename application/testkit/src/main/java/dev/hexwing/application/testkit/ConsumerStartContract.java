package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeeds;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How a new consumer starts from the beginning of history while the shop goes on; extend it with
 * the store that is to keep to it, and {@link ConsumerStartFaultsContract} as well.
 */
public abstract class ConsumerStartContract extends StartedConsumers {

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
}
