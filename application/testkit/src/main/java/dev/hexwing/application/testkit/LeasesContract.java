package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.store.WriteConflict.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every store of idempotency keys must do about leases and delays; extend it with the one that
 * is to keep to it.
 */
public abstract class LeasesContract extends KeyedStoreContract {

  @Nested
  class An_intent_left_open {

    @Test
    void answers_in_the_meantime_and_counts_its_attempts() {
      KeyRecord open = leftOpen(request, LEASE);
      assertThat(open.state()).isEqualTo(KeyState.OPEN);
      assertThat(open.receipt()).contains(receipt);
      assertThat(open.attempts()).isEqualTo(1);
      assertThat(open.leaseExpired()).isFalse();
      run(stores -> stores.keys().leaveOpen(open, receipt, HEARD, LEASE));
      assertThat(found().attempts()).isEqualTo(2);
    }

    @Test
    void is_looked_into_after_its_delay() {
      leftOpen(request, LEASE);
      assertThat(takeOverDue(10)).isEmpty();
      store().advance(LONGER);
      List<KeyRecord> due = takeOverDue(10);
      assertThat(due).hasSize(1);
      assertThat(due.getFirst().state()).isEqualTo(KeyState.OPEN);
      assertThat(due.getFirst().attempts()).isEqualTo(1);
      assertThat(due.getFirst().token()).isEqualTo(2);
      assertThat(takeOverDue(10)).isEmpty();
    }

    @Test
    void is_looked_into_at_once_if_hurried() {
      KeyRecord open = leftOpen(request, LEASE);
      assertThat(takeOverDue(10)).isEmpty();
      run(stores -> stores.keys().hurry(open));
      assertThat(keysOf(takeOverDue(10))).containsExactly("key-1");
    }

    @Test
    void cannot_be_hurried_while_it_runs() {
      KeyRecord running = claimed();
      run(stores -> stores.keys().hurry(running));
      assertThat(takeOverDue(10)).isEmpty();
      assertThat(found().leaseExpired()).isFalse();
    }

    @Test
    void may_be_handed_to_a_person_and_is_left_alone_then() {
      KeyRecord open = leftOpen(request, LEASE);
      assertThat(readLong(stores -> stores.keys().countNeedingAttention())).isZero();
      run(stores -> stores.keys().needAttention(open, receipt, HEARD));
      assertThat(readLong(stores -> stores.keys().countNeedingAttention())).isEqualTo(1);
      assertThat(found().state()).isEqualTo(KeyState.NEEDS_ATTENTION);
      assertThat(found().receipt()).contains(receipt);
      store().advance(LONGER);
      assertThat(takeOverDue(10)).isEmpty();
      KeyRecord known = found();
      run(stores -> stores.keys().finish(known, receipt));
      assertThat(readLong(stores -> stores.keys().countNeedingAttention())).isZero();
    }

    @Test
    void is_held_again_when_the_processor_is_asked_again() {
      leftOpen(request, LEASE);
      store().advance(LONGER);
      KeyRecord mine = takeOver(request).get();
      assertThat(mine.sinceAsked()).isGreaterThanOrEqualTo(LONGER);
      store().advance(LONGER);
      KeyRecord asked = execute(stores -> stores.keys().askAgain(mine, LEASE));
      assertThat(asked.sinceAsked()).isLessThan(Duration.ofMinutes(1));
      assertThat(asked.sinceClaimed()).isGreaterThanOrEqualTo(LONGER);
      assertThat(found().sinceClaimed()).isGreaterThanOrEqualTo(LONGER.multipliedBy(2));
      assertThat(asked.token()).isEqualTo(mine.token());
      assertThat(asked.leaseExpired()).isFalse();
      assertThat(found().sinceAsked()).isLessThan(Duration.ofMinutes(1));
      assertThat(takeOver(request)).isEmpty();
      run(stores -> stores.keys().finish(asked, receipt));
      assertThat(found().state()).isEqualTo(KeyState.FINISHED);
    }
  }

  @Nested
  class A_take_over {

    @Test
    void waits_for_the_lease_to_run_out() {
      claimed();
      assertThat(takeOver(request)).isEmpty();
      store().advance(LONGER);
      KeyRecord mine = takeOver(request).get();
      assertThat(mine.token()).isEqualTo(2);
      assertThat(mine.leaseExpired()).isFalse();
      assertThat(mine.request()).isEqualTo(request);
      assertThat(found().token()).isEqualTo(2);
      assertThat(found().leaseExpired()).isFalse();
      assertThat(takeOver(request)).isEmpty();
      assertThat(takeOver(given.request("unknown"))).isEmpty();
    }

    @Test
    void shuts_the_former_holder_out() {
      KeyRecord former = claimed();
      store().advance(LONGER);
      KeyRecord mine = takeOver(request).get();
      assertConflict(Subject.KEY, () -> run(stores -> stores.keys().finish(former, receipt)));
      assertConflict(
          Subject.KEY, () -> run(stores -> stores.keys().leaveOpen(former, receipt, HEARD, LEASE)));
      assertConflict(
          Subject.KEY, () -> run(stores -> stores.keys().needAttention(former, receipt, HEARD)));
      assertConflict(Subject.KEY, () -> run(stores -> stores.keys().askAgain(former, LEASE)));
      run(stores -> stores.keys().finish(mine, receipt));
      assertThat(found().state()).isEqualTo(KeyState.FINISHED);
    }

    @Test
    void is_undone_with_its_transaction() {
      claimed();
      store().advance(LONGER);
      try {
        run(
            stores -> {
              assertThat(stores.keys().takeOverDue(10, LEASE)).hasSize(1);
              throw new IllegalStateException("died");
            });
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("died");
      }
      assertThat(found().token()).isEqualTo(1);
      assertThat(takeOver(request).get().token()).isEqualTo(2);
    }

    @Test
    void takes_the_longest_overdue_first_up_to_its_limit() {
      leftOpen(given.request("late"), Duration.ofMinutes(3));
      leftOpen(given.request("first"), Duration.ofMinutes(1));
      leftOpen(given.request("second"), Duration.ofMinutes(2));
      leftOpen(given.request("not-due"), Duration.ofDays(1));
      store().advance(LONGER);
      assertThat(keysOf(takeOverDue(2))).containsExactlyInAnyOrder("first", "second");
      assertThat(keysOf(takeOverDue(2))).containsExactly("late");
      assertThat(takeOverDue(2)).isEmpty();
    }

    @Test
    void passes_over_what_another_has_in_hand() {
      claimed(given.request("a"));
      claimed(given.request("b"));
      store().advance(LONGER);
      run(
          stores -> {
            Set<String> mine = keysOf(stores.keys().takeOverDue(1, LEASE));
            assertThat(mine).hasSize(1);
            Set<String> others = keysOf(takeOverDue(10));
            assertThat(others).hasSize(1).doesNotContainAnyElementsOf(mine);
          });
      assertThat(takeOverDue(10)).isEmpty();
    }

    @Test
    void has_one_winner_in_a_race() {
      List<KeyedRequest> requests = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        requests.add(given.request("key-" + i));
        claimed(requests.getLast());
      }
      store().advance(LONGER);
      Set<String> taken = ConcurrentHashMap.newKeySet();
      List<Race.Outcome> outcomes =
          Race.between(
              4,
              race -> {
                race.standInLine();
                List<KeyRecord> mine = takeOverDue(20);
                while (!mine.isEmpty()) {
                  keysOf(mine).forEach(key -> assertThat(taken.add(key)).as(key).isTrue());
                  mine = takeOverDue(20);
                }
              });
      assertThat(outcomes).allMatch(Race.Outcome::won);
      assertThat(taken.size()).isLessThanOrEqualTo(20);
      takeOverDue(20).forEach(record -> taken.add(record.request().key().value()));
      assertThat(taken).hasSize(20);
      assertThat(requests).allMatch(asked -> find(asked).get().token() == 2);
    }
  }
}
