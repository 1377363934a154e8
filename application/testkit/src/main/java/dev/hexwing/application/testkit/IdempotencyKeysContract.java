package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of idempotency keys must do; extend it with the one that is to keep to it. */
public abstract class IdempotencyKeysContract extends StoreContract {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration LONGER = LEASE.plusSeconds(1);

  private final KeyedRequest request = given.request("key-1");
  private final PaymentId paymentId = given.paymentId();
  private final Receipt.OfPayment receipt = given.receipt(paymentId);

  private Option<KeyRecord> find(KeyedRequest asked) {
    return read(stores -> stores.keys().find(asked.scope(), asked.key()));
  }

  private KeyRecord found() {
    return find(request).get();
  }

  private KeyRecord claimed(KeyedRequest asked) {
    run(stores -> stores.keys().claim(asked, new Intent.Charge(given.paymentId()), LEASE));
    return find(asked).get();
  }

  private KeyRecord claimed() {
    run(stores -> stores.keys().claim(request, new Intent.Charge(paymentId), LEASE));
    return found();
  }

  private Option<KeyRecord> takeOver(KeyedRequest asked) {
    return execute(stores -> stores.keys().takeOver(asked.scope(), asked.key(), LEASE));
  }

  private List<KeyRecord> takeOverDue(int limit) {
    return execute(stores -> stores.keys().takeOverDue(limit, LEASE));
  }

  private KeyRecord leftOpen(KeyedRequest asked, Duration delay) {
    KeyRecord record = claimed(asked);
    run(stores -> stores.keys().leaveOpen(record, receipt, delay));
    return find(asked).get();
  }

  private static Set<String> keysOf(List<KeyRecord> records) {
    return records.stream()
        .map(record -> record.request().key().value())
        .collect(Collectors.toSet());
  }

  @Nested
  class A_claim {

    @Test
    void records_who_asked_for_what_and_holds_it_for_the_lease() {
      KeyRecord record = claimed();
      assertThat(record.request()).isEqualTo(request);
      assertThat(record.state()).isEqualTo(KeyState.RUNNING);
      assertThat(record.token()).isEqualTo(1);
      assertThat(record.leaseExpired()).isFalse();
      assertThat(record.attempts()).isZero();
      assertThat(record.sinceAsked()).isLessThan(Duration.ofMinutes(1));
      assertThat(record.intent()).contains(new Intent.Charge(paymentId));
      assertThat(record.receipt()).isEmpty();
    }

    @Test
    void records_a_refund_as_well_and_is_not_found_as_the_charge() {
      Intent.GiveBack back = new Intent.GiveBack(paymentId, new RefundId(ids.next()));
      run(stores -> stores.keys().claim(request, back, LEASE));
      assertThat(found().intent()).contains(back);
      assertThat(readOption(stores -> stores.keys().findByPayment(paymentId))).isEmpty();
      KeyedRequest charge = given.request("key-2");
      run(stores -> stores.keys().claim(charge, new Intent.Charge(paymentId), LEASE));
      assertThat(
              readOption(stores -> stores.keys().findByPayment(paymentId)).map(KeyRecord::request))
          .contains(charge);
    }

    @Test
    void is_seen_within_its_own_transaction() {
      run(
          stores -> {
            stores.keys().claim(request, new Intent.Charge(paymentId), LEASE);
            assertThat(stores.keys().find(request.scope(), request.key()).get().token())
                .isEqualTo(1);
          });
    }

    @Test
    void belongs_to_its_scope() {
      claimed();
      Principal other = new Principal("bob");
      assertThat(found().request().scope()).isEqualTo(request.scope());
      assertThat(readOption(stores -> stores.keys().find(other, request.key()))).isEmpty();
      KeyedRequest others =
          new KeyedRequest(other, request.key(), request.fingerprint(), request.correlationId());
      assertThat(claimed(others).request()).isEqualTo(others);
    }

    @Test
    void is_not_made_twice() {
      claimed();
      assertConflict(Subject.KEY, IdempotencyKeysContract.this::claimed);
      assertConflict(
          Subject.KEY, () -> run(stores -> stores.keys().claimFinished(request, receipt)));
    }

    @Test
    void has_one_winner_in_a_race() {
      assertOneWins(
          Subject.KEY,
          race ->
              run(
                  stores -> {
                    race.standInLine();
                    stores.keys().claim(request, new Intent.Charge(given.paymentId()), LEASE);
                  }));
    }

    @Test
    void runs_out_by_the_stores_clock() {
      claimed();
      assertThat(found().leaseExpired()).isFalse();
      store().advance(LONGER);
      assertThat(found().leaseExpired()).isTrue();
      assertThat(found().sinceAsked()).isGreaterThanOrEqualTo(LONGER);
    }
  }

  @Nested
  class An_end {

    @Test
    void is_answered_the_same_from_then_on() {
      KeyRecord record = claimed();
      run(stores -> stores.keys().finish(record, receipt));
      assertThat(found().state()).isEqualTo(KeyState.FINISHED);
      assertThat(found().receipt()).contains(receipt);
      assertThat(found().receipt()).contains(receipt);
    }

    @Test
    void may_come_with_the_beginning() {
      run(stores -> stores.keys().claimFinished(request, receipt));
      assertThat(found().state()).isEqualTo(KeyState.FINISHED);
      assertThat(found().receipt()).contains(receipt);
      assertThat(found().intent()).isEmpty();
      assertConflict(Subject.KEY, IdempotencyKeysContract.this::claimed);
    }

    @Test
    void may_be_any_receipt() {
      Receipt.OfRefund refund =
          new Receipt.OfRefund(
              new RefundId(ids.next()),
              paymentId,
              given.orderId(),
              Given.PRICE,
              RefundStatus.CONFIRMED,
              Option.none(),
              Given.CORRELATION);
      var order = given.order();
      Receipt.OfOrder ofOrder =
          new Receipt.OfOrder(order.snapshot(), order.total(), Given.CORRELATION);
      run(stores -> stores.keys().claimFinished(request, refund));
      run(stores -> stores.keys().claimFinished(given.request("key-2"), ofOrder));
      assertThat(found().receipt()).contains(refund);
      assertThat(find(given.request("key-2")).get().receipt()).contains(ofOrder);
    }

    @Test
    void is_for_good() {
      KeyRecord record = claimed();
      run(stores -> stores.keys().finish(record, receipt));
      store().advance(LONGER);
      for (KeyRecord known : List.of(record, found())) {
        assertConflict(Subject.KEY, () -> run(stores -> stores.keys().finish(known, receipt)));
        assertConflict(Subject.KEY, () -> run(stores -> stores.keys().withdraw(known)));
        assertConflict(
            Subject.KEY, () -> run(stores -> stores.keys().leaveOpen(known, receipt, LEASE)));
        assertConflict(
            Subject.KEY, () -> run(stores -> stores.keys().needAttention(known, receipt)));
        assertConflict(Subject.KEY, () -> run(stores -> stores.keys().askAgain(known, LEASE)));
        run(stores -> stores.keys().hurry(known));
      }
      assertThat(takeOver(request)).isEmpty();
      assertThat(takeOverDue(10)).isEmpty();
    }

    @Test
    void is_not_believed_before_it_is_committed() {
      KeyRecord record = claimed();
      try {
        run(
            stores -> {
              stores.keys().finish(record, receipt);
              assertThat(stores.keys().find(request.scope(), request.key()).get().state())
                  .isEqualTo(KeyState.FINISHED);
              throw new IllegalStateException("died");
            });
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("died");
      }
      assertThat(found().state()).isEqualTo(KeyState.RUNNING);
    }

    @Test
    void has_one_winner_in_a_race() {
      KeyRecord record = claimed();
      assertOneWins(
          Subject.KEY,
          race ->
              run(
                  stores -> {
                    race.standInLine();
                    stores.keys().finish(record, receipt);
                  }));
    }
  }

  @Nested
  class An_intent_left_open {

    @Test
    void answers_in_the_meantime_and_counts_its_attempts() {
      KeyRecord open = leftOpen(request, LEASE);
      assertThat(open.state()).isEqualTo(KeyState.OPEN);
      assertThat(open.receipt()).contains(receipt);
      assertThat(open.attempts()).isEqualTo(1);
      assertThat(open.leaseExpired()).isFalse();
      run(stores -> stores.keys().leaveOpen(open, receipt, LEASE));
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
      run(stores -> stores.keys().needAttention(open, receipt));
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
      assertThat(asked.token()).isEqualTo(mine.token());
      assertThat(asked.leaseExpired()).isFalse();
      assertThat(found().sinceAsked()).isLessThan(Duration.ofMinutes(1));
      assertThat(takeOver(request)).isEmpty();
      run(stores -> stores.keys().finish(asked, receipt));
      assertThat(found().state()).isEqualTo(KeyState.FINISHED);
    }
  }

  @Nested
  class A_withdrawal {

    @Test
    void frees_the_key_for_another_request() {
      KeyRecord record = claimed();
      run(stores -> stores.keys().withdraw(record));
      assertThat(find(request)).isEmpty();
      assertThat(claimed().token()).isEqualTo(1);
    }

    @Test
    void is_refused_to_a_former_holder() {
      KeyRecord record = claimed();
      store().advance(LONGER);
      assertThat(takeOver(request).isDefined()).isTrue();
      assertConflict(Subject.KEY, () -> run(stores -> stores.keys().withdraw(record)));
      assertThat(found().token()).isEqualTo(2);
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
          Subject.KEY, () -> run(stores -> stores.keys().leaveOpen(former, receipt, LEASE)));
      assertConflict(
          Subject.KEY, () -> run(stores -> stores.keys().needAttention(former, receipt)));
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
