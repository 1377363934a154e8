package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.EventHistory.Extent;
import dev.hexwing.application.journey.JourneyDesk;
import dev.hexwing.application.journey.JourneyRebuild;
import dev.hexwing.application.journey.JourneyRebuild.State;
import dev.hexwing.application.journey.JourneyRebuilder;
import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.RebuildJourneys;
import dev.hexwing.application.journey.RebuildRefusal;
import dev.hexwing.application.journey.RecordSeen;
import dev.hexwing.application.journey.TrackJourneys;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How journeys are built anew while the shop goes on; extend it with the store that is to keep to
 * it.
 */
public abstract class JourneyRebuildContract extends StoreContract {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final RebuildJourneys.Command WHOLE = new RebuildJourneys.Command(false);

  private int customers;

  private JourneyRebuilder node() {
    return node(2);
  }

  private JourneyRebuilder node(int batch) {
    return new JourneyRebuilder(store().unitOfWork(), batch, () -> {});
  }

  private static void finish(JourneyRebuilder node) {
    for (int step = 0; step < 1_000 && node.runOnce(); step++) {
      assertThat(node.latest()).isNotEmpty();
    }
  }

  private Either<DomainError, JourneyRebuild> begun(JourneyRebuilder node) {
    Either<DomainError, JourneyRebuild> begun = node.begin(WHOLE);
    assertThat(begun.isRight()).as("%s", begun).isTrue();
    return begun;
  }

  /** Payments that were confirmed: two events each, which the shop has heard of and sent. */
  private void confirmed(int payments) {
    for (int i = 0; i < payments; i++) {
      committed();
    }
    heard(drainOutbox());
  }

  private Payment committed() {
    customers++;
    Payment payment = given.confirmedPayment("journey-" + customers);
    run(stores -> stores.payments().save(payment));
    return payment;
  }

  private void heard(List<DomainEvent> events) {
    TrackJourneys track = new TrackJourneys(store().unitOfWork());
    events.stream().filter(track::wants).forEach(track::on);
  }

  private void seen(String correlationId, int millis) {
    Instant tap = Given.MOMENT;
    assertThat(
            new JourneyDesk(store().unitOfWork())
                .record(
                    new RecordSeen.Command(
                        new CorrelationId(correlationId), tap, tap.plusMillis(millis)))
                .isRight())
        .isTrue();
  }

  /** As a fault in a former release would have left them. */
  private void spoil() {
    run(
        stores ->
            stores
                .journeys()
                .received(
                    new CorrelationId("nobody"), given.orderId(), given.paymentId(), Given.MOMENT));
  }

  private JourneySummary summary() {
    return read(stores -> stores.journeys().summary());
  }

  private JourneyRebuild latest() {
    return read(stores -> stores.journeyRebuilds().latest()).get();
  }

  @Nested
  class Rebuilt_journeys {

    @Test
    void are_those_that_history_tells_and_nothing_else() {
      confirmed(3);
      JourneySummary live = summary();
      assertThat(live.confirmed()).isEqualTo(3);
      spoil();
      assertThat(summary()).isNotEqualTo(live);
      JourneyRebuilder node = node();
      begun(node);
      finish(node);
      assertThat(summary()).isEqualTo(live);
      assertThat(latest().state()).isEqualTo(State.SERVING);
      assertThat(latest().done()).isEqualTo(6);
      assertThat(latest().total()).isEqualTo(6);
    }

    @Test
    void keep_what_customers_said() {
      confirmed(2);
      seen("journey-1", 400);
      seen("unheard-of", 900);
      JourneySummary live = summary();
      assertThat(live.seen()).isEqualTo(2);
      JourneyRebuilder node = node();
      begun(node);
      finish(node);
      assertThat(summary()).isEqualTo(live);
    }

    @Test
    void are_not_shown_before_they_are_whole() {
      confirmed(3);
      spoil();
      JourneySummary before = summary();
      JourneyRebuilder node = node();
      begun(node);
      List<JourneySummary> shown = new CopyOnWriteArrayList<>();
      while (latest().state() != State.SERVING && node.runOnce()) {
        shown.add(summary());
      }
      assertThat(shown).hasSizeGreaterThan(3);
      assertThat(shown.subList(0, shown.size() - 1)).allMatch(before::equals);
      assertThat(shown.getLast().journeys()).isEqualTo(before.journeys() - 1);
    }

    @Test
    void hold_what_was_committed_and_not_sent() {
      Payment payment = committed();
      heard(List.copyOf(readList(stores -> stores.payments().history(payment.id()))));
      JourneySummary live = summary();
      assertThat(live.confirmed()).isEqualTo(1);
      JourneyRebuilder node = node();
      begun(node);
      finish(node);
      assertThat(summary()).isEqualTo(live);
    }

    @Test
    void hold_what_happens_meanwhile_at_whichever_step() {
      Set<State> met = EnumSet.noneOf(State.class);
      for (int steps = 0; steps < 5; steps++) {
        confirmed(2);
        JourneyRebuilder node = node(100);
        begun(node);
        for (int step = 0; step < steps; step++) {
          node.runOnce();
        }
        met.add(latest().state());
        Payment meanwhile = given.confirmedPayment("meanwhile-" + steps);
        run(stores -> stores.payments().save(meanwhile));
        heard(drainOutbox());
        JourneySummary live = summary();
        finish(node);
        assertThat(summary()).as("after %s steps", steps).isEqualTo(live);
        assertThat(summary().confirmed()).isEqualTo((steps + 1) * 3L);
      }
      assertThat(met).containsExactly(State.BUILDING, State.CATCHING_UP, State.SERVING);
    }

    @Test
    void replace_the_former_ones_which_are_deleted_in_batches() {
      confirmed(3);
      JourneyRebuilder node = node();
      begun(node);
      finish(node);
      assertThat(node.runOnce()).isFalse();
      assertThat(
              JourneyRebuildContract.this.<Long>execute(
                  stores -> stores.journeyRebuilds().dropOver(10)))
          .isZero();
      assertThat(summary().confirmed()).isEqualTo(3);
      begun(node);
      finish(node);
      assertThat(summary().confirmed()).isEqualTo(3);
    }
  }

  @Nested
  class A_node_that_dies {

    @Test
    void leaves_the_journeys_that_serve_at_whichever_step_and_another_begins_again() {
      confirmed(3);
      JourneySummary live = summary();
      spoil();
      JourneySummary spoiled = summary();
      boolean died = true;
      for (int steps = 0; died; steps++) {
        JourneyRebuilder mortal = node();
        begun(mortal);
        for (int step = 0; step < steps; step++) {
          mortal.runOnce();
        }
        died = latest().state() != State.SERVING;
        assertThat(summary()).as("after %s steps", steps).isEqualTo(died ? spoiled : live);
        assertThat(latest().isUnderWay()).isEqualTo(died);
        store().advance(LEASE.plusSeconds(1));
        assertThat(latest().isUnderWay()).isFalse();
      }
      spoil();
      JourneyRebuilder next = node();
      begun(next);
      finish(next);
      assertThat(summary()).isEqualTo(live);
    }

    @Test
    void and_wakes_up_changes_nothing_any_more() {
      confirmed(2);
      JourneyRebuilder frozen = node();
      long generation = begun(frozen).get().generation();
      frozen.runOnce();
      store().advance(LEASE.plusSeconds(1));
      JourneyRebuilder next = node();
      begun(next);
      assertThat(frozen.runOnce()).isFalse();
      assertConflict(
          Subject.REBUILD, () -> run(stores -> stores.journeyRebuilds().swap(generation)));
      finish(next);
      assertConflict(
          Subject.REBUILD,
          () -> run(stores -> stores.journeyRebuilds().catchUp(generation, LEASE)));
      assertThat(latest().generation()).isGreaterThan(generation);
      assertThat(summary().confirmed()).isEqualTo(2);
    }

    @Test
    void may_be_slow_as_long_as_nobody_else_has_begun() {
      confirmed(2);
      JourneyRebuilder slow = node();
      begun(slow);
      slow.runOnce();
      store().advance(LEASE.plusSeconds(1));
      finish(slow);
      assertThat(latest().state()).isEqualTo(State.SERVING);
    }
  }

  @Nested
  class Two_nodes {

    @Test
    void do_not_rebuild_at_once() {
      confirmed(1);
      JourneyRebuilder one = node();
      begun(one);
      assertThat(node().begin(WHOLE).getLeft()).isInstanceOf(RebuildRefusal.UnderWay.class);
      assertThat(one.begin(WHOLE).getLeft()).isInstanceOf(RebuildRefusal.UnderWay.class);
      finish(one);
      assertThat(node().begin(WHOLE).isRight()).isTrue();
    }

    @Test
    void that_begin_at_the_same_moment_are_told_apart() {
      List<Either<DomainError, JourneyRebuild>> begun = new CopyOnWriteArrayList<>();
      assertThat(
              Race.between(
                  4,
                  race -> {
                    JourneyRebuilder node = node();
                    race.standInLine();
                    begun.add(node.begin(WHOLE));
                  }))
          .allMatch(Race.Outcome::won);
      assertThat(begun.stream().filter(Either::isRight)).hasSize(1);
    }
  }

  @Nested
  class A_history_without_its_beginning {

    @Test
    void is_refused_until_somebody_says_that_it_is_enough() {
      confirmed(1);
      execute(stores -> stores.history().file(10));
      store().advance(Duration.ofDays(2));
      execute(stores -> stores.history().forget(Duration.ofDays(1), 1));
      Extent left = read(stores -> stores.history().extent());
      assertThat(left).isEqualTo(new Extent(2, 2, false));
      JourneyRebuilder node = node();
      assertThat(node.begin(WHOLE).getLeft()).isEqualTo(new RebuildRefusal.BeginningForgotten(2));
      assertThat(node.begin(new RebuildJourneys.Command(true)).isRight()).isTrue();
      finish(node);
      assertThat(summary().confirmed()).isEqualTo(1);
    }
  }

  @Nested
  class What_is_built {

    @Test
    void may_be_broken_off_with_a_reason() {
      confirmed(1);
      JourneySummary live = summary();
      JourneyRebuilder node = node();
      long generation = begun(node).get().generation();
      run(stores -> stores.journeyRebuilds().fail(generation, "x".repeat(5_000)));
      assertThat(latest().state()).isEqualTo(State.FAILED);
      assertThat(latest().reason().get()).startsWith("xxx");
      assertThat(node.runOnce()).isFalse();
      assertThat(summary()).isEqualTo(live);
      assertThat(node().begin(WHOLE).isRight()).isTrue();
    }
  }
}
