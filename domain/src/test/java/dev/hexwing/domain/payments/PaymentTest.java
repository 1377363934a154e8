package dev.hexwing.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentRefusal.AlreadyConfirmed;
import dev.hexwing.domain.payments.PaymentRefusal.AlreadyDeclined;
import dev.hexwing.domain.payments.PaymentRefusal.RefundExceedsCharge;
import dev.hexwing.domain.payments.PaymentRefusal.RefundExists;
import dev.hexwing.domain.payments.PaymentRefusal.WrongStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {

  private static final Instant TEN_O_FOUR = Instant.parse("2026-03-03T10:04:00Z");
  private static final ProcessorReference CHARGE = new ProcessorReference("pi_1");
  private static final DeclineReason NO = new DeclineReason("card_declined", "Ask your bank.");
  private static final RefundId FIRST = new RefundId(new UUID(0, 1));
  private static final RefundId SECOND = new RefundId(new UUID(0, 2));

  @Nested
  class Outcomes {

    @Test
    void a_confirmed_payment_is_confirmed_once_and_never_declined() {
      Payment payment = confirmed();
      assertThat(payment.confirm(CHARGE, at(2)).getLeft()).isEqualTo(new AlreadyConfirmed(CHARGE));
      assertThat(payment.decline(NO, at(2)).getLeft()).isEqualTo(new AlreadyConfirmed(CHARGE));
    }

    @Test
    void a_declined_payment_is_never_confirmed() {
      Payment payment = request();
      payment.decline(NO, at(1)).get();
      assertThat(payment.confirm(CHARGE, at(2)).getLeft()).isEqualTo(new AlreadyDeclined(NO));
    }

    @Test
    void an_unknown_outcome_ends_in_a_known_one_and_cannot_be_withdrawn() {
      Payment payment = request();
      payment.markOutcomeUnknown("timed out", at(1)).get();
      assertThat(payment.status().holdsTheOrder()).isTrue();
      assertThat(payment.withdraw("not sent", at(2)).getLeft())
          .isEqualTo(new WrongStatus("withdraw", PaymentStatus.OUTCOME_UNKNOWN));
      payment.confirm(CHARGE, at(3)).get();
      assertThat(payment.status()).isEqualTo(PaymentStatus.CONFIRMED);
    }

    @Test
    void a_late_charge_of_a_declined_payment_is_found_and_given_back() {
      Payment payment = request();
      payment.decline(NO, at(1)).get();
      payment.recordUnexpectedCharge(CHARGE, at(2)).get();
      assertThat(payment.status()).isEqualTo(PaymentStatus.DECLINED);
      payment.requestRefund(FIRST, payment.amount(), at(3)).get();
      payment.confirmRefund(FIRST, CHARGE, at(4)).get();
      assertThat(payment.snapshot().refunded()).isEqualTo(payment.amount());
    }
  }

  @Nested
  class Refunds {

    @Test
    void the_last_minor_unit_can_be_given_back_and_nothing_after_it() {
      Payment payment = confirmed();
      payment.requestRefund(FIRST, Money.ofMinor(4_999, "EUR"), at(2)).get();
      payment.confirmRefund(FIRST, CHARGE, at(3)).get();
      assertThat(payment.status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
      assertThat(payment.refundable()).hasToString("EUR 0.01");
      payment.requestRefund(SECOND, Money.ofMinor(1, "EUR"), at(4)).get();
      payment.confirmRefund(SECOND, CHARGE, at(5)).get();
      assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
      RefundId third = new RefundId(new UUID(0, 3));
      assertThat(payment.requestRefund(third, Money.ofMinor(1, "EUR"), at(6)).getLeft())
          .isInstanceOf(RefundExceedsCharge.class);
    }

    @Test
    void a_refund_of_unknown_outcome_keeps_its_claim_and_a_declined_one_gives_it_up() {
      Payment payment = confirmed();
      payment.requestRefund(FIRST, payment.amount(), at(2)).get();
      payment.markRefundOutcomeUnknown(FIRST, "timed out", at(3)).get();
      assertThat(payment.refundable().isZero()).isTrue();
      payment.declineRefund(FIRST, NO, at(4)).get();
      assertThat(payment.refundable()).isEqualTo(payment.amount());
      assertThat(payment.requestRefund(FIRST, payment.amount(), at(5)).getLeft())
          .isEqualTo(new RefundExists(FIRST));
    }

    @Test
    void the_largest_amount_is_given_back_in_two_parts() {
      Payment payment = request(Money.ofMinor(Long.MAX_VALUE, "JPY"));
      payment.confirm(CHARGE, at(1)).get();
      payment.requestRefund(FIRST, Money.ofMinor(Long.MAX_VALUE - 1, "JPY"), at(2)).get();
      payment.requestRefund(SECOND, Money.ofMinor(1, "JPY"), at(3)).get();
      payment.confirmRefund(SECOND, CHARGE, at(4)).get();
      assertThat(payment.status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
      payment.confirmRefund(FIRST, CHARGE, at(5)).get();
      assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    }
  }

  @Nested
  class History {

    @Test
    void tells_what_was_known_at_four_past_ten() {
      Payment payment = request();
      payment.markOutcomeUnknown("timed out", at(0)).get();
      payment.confirm(CHARGE, at(60)).get();
      List<PaymentEvent> history = payment.drainEvents();
      assertThat(Payment.asOf(history, TEN_O_FOUR).get().status())
          .isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
      assertThat(Payment.asOf(history, TEN_O_FOUR.plusSeconds(59)).get().status())
          .isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
      assertThat(Payment.asOf(history, TEN_O_FOUR.plusSeconds(60)).get().status())
          .isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(Payment.asOf(history, TEN_O_FOUR.minusSeconds(1)).isEmpty()).isTrue();
    }
  }

  @Nested
  class Tokens {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "4242424242424242",
          "4242 4242 4242 4242",
          "4242-4242-4242-4242",
          "4242.4242.4242.4242",
          "4242_4242_4242_4242",
          "4242:4242:4242:4242",
          " 4242424242424242 ",
          "378282246310005",
          "4222222222222",
          "6304000000000000000",
        })
    void a_card_number_is_refused_however_it_is_written(String number) {
      assertThat(PaymentMethodToken.of(number).getLeft().code())
          .isEqualTo("payment.card-number-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_visa", "4242424242424241", "424242424242", "tok:1.2-3_4"})
    void a_processors_token_is_taken(String token) {
      assertThat(PaymentMethodToken.of(token).get()).hasToString(token);
    }
  }

  @Nested
  class DeclineReasons {

    @Test
    void a_message_of_500_characters_is_kept_as_it_is() {
      String message = "x".repeat(499) + "\uD83D";
      assertThat(new DeclineReason("card_declined", message).message()).isEqualTo(message);
    }

    @Test
    void a_long_message_is_cut_between_characters() {
      String message = "x".repeat(499) + "\uD83D\uDE80 and more";
      assertThat(new DeclineReason("card_declined", message).message()).isEqualTo("x".repeat(499));
    }
  }

  @Nested
  class Snapshots {

    @Test
    void a_snapshot_and_what_happened_since_give_the_payment_of_the_whole_history() {
      Payment payment = confirmed();
      payment.requestRefund(FIRST, Money.ofMinor(2_000, "EUR"), at(2)).get();
      PaymentSnapshot halfway = payment.snapshot();
      payment.drainEvents();
      payment.confirmRefund(FIRST, new ProcessorReference("re_1"), at(3)).get();
      Payment back = Payment.reconstitute(halfway, payment.drainEvents());
      assertThat(back.snapshot()).isEqualTo(payment.snapshot());
      assertThat(back.status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
      assertThat(back.refundable()).isEqualTo(Money.ofMinor(3_000, "EUR"));
      assertThat(back.storedVersion()).isEqualTo(new Version(4));
      assertThat(back.drainEvents()).isEmpty();
    }

    @Test
    void events_from_before_a_snapshot_are_refused() {
      Payment payment = confirmed();
      List<PaymentEvent> history = payment.drainEvents();
      assertThatThrownBy(() -> Payment.reconstitute(payment.snapshot(), history))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not follow version 2");
    }

    @Test
    void a_thousand_refunds_in_vain_leave_a_payment_as_small_as_one() {
      Payment payment = confirmed();
      for (int i = 0; i < 1_000; i++) {
        tryInVain(payment, new RefundId(new UUID(1, i)));
      }
      Refund last =
          new Refund(
              new RefundId(new UUID(1, 999)), Money.ofMinor(2, "EUR"), RefundStatus.DECLINED);
      assertThat(payment.snapshot().everyRefund()).containsExactly(last);
      assertThat(payment.snapshot().refundInVain()).containsExactly(last);
      assertThat(Refund.listOf(payment.drainEvents())).hasSize(1_000).endsWith(last);
      assertThat(payment.refundable()).isEqualTo(payment.amount());
      assertThat(Payment.reconstitute(payment.snapshot(), List.of()).snapshot())
          .isEqualTo(payment.snapshot());
    }

    @Test
    void a_history_tells_of_refunds_as_they_ended_last_in_the_order_they_were_asked_for() {
      Payment payment = confirmed();
      tryInVain(payment, FIRST);
      tryInVain(payment, SECOND);
      payment.requestRefund(FIRST, Money.ofMinor(3, "EUR"), at(7)).get();
      payment.markRefundOutcomeUnknown(FIRST, "timed out", at(8)).get();
      List<PaymentEvent> history = payment.drainEvents();
      assertThat(Refund.listOf(history))
          .containsExactly(
              new Refund(FIRST, Money.ofMinor(3, "EUR"), RefundStatus.OUTCOME_UNKNOWN),
              new Refund(SECOND, Money.ofMinor(2, "EUR"), RefundStatus.DECLINED));
      assertThat(Refund.listOf(List.of())).isEmpty();
      PaymentEvent last = history.get(history.size() - 1);
      assertThatThrownBy(() -> Refund.listOf(List.of(last)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("nobody asked for refund " + FIRST);
    }

    @Test
    void a_refund_that_moved_money_is_never_forgotten() {
      Payment payment = confirmed();
      payment.requestRefund(FIRST, Money.ofMinor(1, "EUR"), at(2)).get();
      payment.confirmRefund(FIRST, new ProcessorReference("re_1"), at(3)).get();
      payment.requestRefund(SECOND, Money.ofMinor(1, "EUR"), at(4)).get();
      for (int i = 0; i < 100; i++) {
        tryInVain(payment, new RefundId(new UUID(1, i)));
      }
      Money cent = Money.ofMinor(1, "EUR");
      assertThat(payment.requestRefund(FIRST, cent, at(5)).getLeft())
          .isEqualTo(new RefundExists(FIRST));
      assertThat(payment.requestRefund(SECOND, cent, at(5)).getLeft())
          .isEqualTo(new RefundExists(SECOND));
    }

    @Test
    void a_snapshot_that_no_history_leads_to_is_refused() {
      PaymentSnapshot good = confirmed().snapshot();
      Refund all = new Refund(FIRST, good.amount(), RefundStatus.CONFIRMED);
      Refund more = new Refund(SECOND, Money.ofMinor(1, "EUR"), RefundStatus.REQUESTED);
      for (PaymentSnapshot bad :
          List.of(
              with(good, PaymentStatus.REFUNDED, List.of()),
              with(good, PaymentStatus.PARTLY_REFUNDED, List.of()),
              with(good, PaymentStatus.PARTLY_REFUNDED, List.of(all)),
              with(good, PaymentStatus.CONFIRMED, List.of(all)),
              with(good, PaymentStatus.REFUNDED, List.of(all, more)),
              with(good, PaymentStatus.REQUESTED, List.of()),
              with(good, PaymentStatus.DECLINED, List.of()))) {
        assertThatThrownBy(() -> Payment.reconstitute(bad, List.of()))
            .as(bad.toString())
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(
              Payment.reconstitute(with(good, PaymentStatus.REFUNDED, List.of(all)), List.of())
                  .status())
          .isEqualTo(PaymentStatus.REFUNDED);
    }

    private static void tryInVain(Payment payment, RefundId refundId) {
      payment.requestRefund(refundId, Money.ofMinor(2, "EUR"), at(5)).get();
      payment.declineRefund(refundId, NO, at(6)).get();
    }

    private static PaymentSnapshot with(
        PaymentSnapshot good, PaymentStatus status, List<Refund> refunds) {
      return new PaymentSnapshot(
          good.paymentId(),
          good.orderId(),
          good.amount(),
          good.method(),
          status,
          good.charge(),
          good.declineReason(),
          refunds,
          good.refundInVain(),
          good.requestedAt(),
          good.version());
    }
  }

  @Test
  void a_processor_s_name_for_a_charge_has_255_characters_at_most() {
    String longest = "x".repeat(255);
    assertThat(new ProcessorReference(longest).value()).isEqualTo(longest);
    assertThatThrownBy(() -> new ProcessorReference(longest + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("processor reference must have 1 to 255 characters");
  }

  @Nested
  class Remarks {

    @Test
    void what_others_wrote_is_kept_in_one_line_of_500_characters() {
      Payment payment = request();
      String reason = payment.withdraw("reset\n" + "x".repeat(600), at(1)).get().reason();
      assertThat(reason).hasSize(500).startsWith("reset x").doesNotContain("\n");
    }
  }

  private static Payment confirmed() {
    Payment payment = request();
    payment.confirm(CHARGE, at(1)).get();
    return payment;
  }

  private static Payment request() {
    return request(Money.ofMinor(5_000, "EUR"));
  }

  private static Payment request(Money amount) {
    return Payment.request(
            new PaymentId(new UUID(0, 1)),
            new OrderId(new UUID(0, 1)),
            amount,
            new PaymentMethodToken("pm_card_visa"),
            at(0))
        .get();
  }

  private static Occasion at(int seconds) {
    return Occasion.of(TEN_O_FOUR.plusSeconds(seconds), new CorrelationId("tap-1"));
  }
}
