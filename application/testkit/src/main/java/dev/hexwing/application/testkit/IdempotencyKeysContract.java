package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of idempotency keys must do; extend it with the one that is to keep to it. */
public abstract class IdempotencyKeysContract extends KeyedStoreContract {

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
    void still_tells_what_was_intended() {
      KeyRecord record = claimed();
      run(stores -> stores.keys().finish(record, receipt));
      assertThat(found().intent()).contains(new Intent.Charge(paymentId));
      assertThat(found().intent()).contains(new Intent.Charge(paymentId));
    }

    @Test
    void of_a_refund_still_tells_what_was_intended() {
      Receipt.OfRefund refund = refund();
      Intent.GiveBack back = new Intent.GiveBack(paymentId, refund.refundId());
      run(stores -> stores.keys().claim(request, back, LEASE));
      KeyRecord record = found();
      run(stores -> stores.keys().finish(record, refund));
      assertThat(found().intent()).contains(back);
      assertThat(found().receipt()).contains(refund);
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
      Receipt.OfRefund refund = refund();
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
            Subject.KEY,
            () -> run(stores -> stores.keys().leaveOpen(known, receipt, HEARD, LEASE)));
        assertConflict(
            Subject.KEY, () -> run(stores -> stores.keys().needAttention(known, receipt, HEARD)));
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

    private Receipt.OfRefund refund() {
      return new Receipt.OfRefund(
          new RefundId(ids.next()),
          paymentId,
          given.orderId(),
          Given.PRICE,
          RefundStatus.CONFIRMED,
          Option.none(),
          Given.CORRELATION);
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
}
