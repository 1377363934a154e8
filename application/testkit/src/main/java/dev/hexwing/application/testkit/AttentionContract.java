package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.Unsettled;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.RefundId;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What operators are shown of unsettled intents; extend it with the store that shows them. */
public abstract class AttentionContract extends KeyedStoreContract {

  private List<Unsettled> unsettled() {
    return readList(stores -> stores.keys().unsettled(Option.none(), 101));
  }

  private void claim(KeyedRequest asked, Intent intent) {
    run(stores -> stores.keys().claim(asked, intent, LEASE));
  }

  @Nested
  class An_intent_is_shown {

    @Test
    void when_its_outcome_is_open_with_what_was_heard_last_and_the_next_try() {
      leftOpen(request, LEASE);
      store().advance(Duration.ofMinutes(4));
      Unsettled shown = unsettled().getFirst();
      assertThat(shown.request()).isEqualTo(request);
      assertThat(shown.state()).isEqualTo(KeyState.OPEN);
      assertThat(shown.attempts()).isEqualTo(1);
      assertThat(shown.lastAnswer()).contains(HEARD);
      assertThat(shown.age()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
      assertThat(shown.sinceAsked()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
      assertThat(shown.nextTry().get()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
      store().advance(LEASE);
      assertThat(unsettled().getFirst().nextTry()).contains(Duration.ZERO);
    }

    @Test
    void when_its_owner_died() {
      claimed();
      assertThat(unsettled()).isEmpty();
      store().advance(LONGER);
      Unsettled shown = unsettled().getFirst();
      assertThat(shown.state()).isEqualTo(KeyState.RUNNING);
      assertThat(shown.intent()).isEqualTo(new Intent.Charge(paymentId));
      assertThat(shown.name()).isEqualTo(paymentId.value());
      assertThat(shown.lastAnswer()).isEmpty();
    }

    @Test
    void when_it_waits_for_a_person_and_then_without_a_next_try() {
      KeyRecord record = claimed();
      run(stores -> stores.keys().needAttention(record, receipt, "x".repeat(501)));
      Unsettled shown = unsettled().getFirst();
      assertThat(shown.state()).isEqualTo(KeyState.NEEDS_ATTENTION);
      assertThat(shown.nextTry()).isEmpty();
      assertThat(shown.lastAnswer()).contains("x".repeat(500));
    }

    @Test
    void until_it_is_settled() {
      KeyRecord record = leftOpen(request, LEASE);
      run(stores -> stores.keys().claimFinished(given.request("key-2"), receipt));
      assertThat(unsettled()).hasSize(1);
      run(stores -> stores.keys().finish(record, receipt));
      assertThat(unsettled()).isEmpty();
    }

    @Test
    void and_may_be_taken_over_when_it_waited_for_a_person() {
      KeyRecord record = claimed();
      run(stores -> stores.keys().needAttention(record, receipt, HEARD));
      assertThat(takeOver(request).map(KeyRecord::token)).contains(2L);
    }
  }

  @Nested
  class Pages {

    @Test
    void show_each_intent_once() {
      for (int i = 0; i < 7; i++) {
        claim(given.request("key-" + i), new Intent.Charge(given.paymentId()));
      }
      claim(given.request("refund"), new Intent.GiveBack(paymentId, new RefundId(ids.next())));
      store().advance(LONGER);
      List<Unsettled> all = new ArrayList<>();
      List<Unsettled> page = readList(stores -> stores.keys().unsettled(Option.none(), 3));
      while (!page.isEmpty()) {
        assertThat(page).hasSizeLessThanOrEqualTo(3);
        all.addAll(page);
        Unsettled last = page.getLast();
        page = readList(stores -> stores.keys().unsettled(Option.some(last.name()), 3));
      }
      assertThat(all).hasSize(8);
      assertThat(all).extracting(Unsettled::name).doesNotHaveDuplicates();
    }
  }

  @Nested
  class A_payment {

    @Test
    void is_shown_with_its_unsettled_refunds_and_no_other() {
      PaymentId other = given.paymentId();
      RefundId refundId = new RefundId(ids.next());
      claim(request, new Intent.Charge(paymentId));
      claim(given.request("refund"), new Intent.GiveBack(paymentId, refundId));
      claim(given.request("other"), new Intent.Charge(other));
      store().advance(LONGER);
      assertThat(readList(stores -> stores.keys().unsettledOf(paymentId)))
          .extracting(Unsettled::intent)
          .containsExactlyInAnyOrder(
              new Intent.Charge(paymentId), new Intent.GiveBack(paymentId, refundId));
      assertThat(readList(stores -> stores.keys().unsettledOf(other))).hasSize(1);
    }
  }
}
