package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Money;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of payments must do; extend it with the store that is to keep to it. */
public abstract class PaymentsContract extends StoreContract {

  private static final ProcessorReference CHARGE = new ProcessorReference("pi_1");
  private static final DeclineReason NO = new DeclineReason("expired_card", "");

  private Payment stored() {
    Payment payment = given.payment();
    run(stores -> stores.payments().save(payment));
    return payment;
  }

  private Payment found(PaymentId paymentId) {
    return read(stores -> stores.payments().find(paymentId)).get();
  }

  private List<PaymentEvent> history(PaymentId paymentId) {
    return read(stores -> stores.payments().history(paymentId));
  }

  private void confirm(PaymentId paymentId) {
    run(
        stores -> {
          Payment payment = stores.payments().find(paymentId).get();
          payment.confirm(CHARGE, given.occasion()).get();
          stores.payments().save(payment);
        });
  }

  /** A payment to which nearly everything has happened. */
  private Payment eventful() {
    Payment payment = given.payment();
    payment.markOutcomeUnknown("time-out", given.occasion()).get();
    payment.confirm(CHARGE, given.occasion()).get();
    RefundId first = new RefundId(ids.next());
    payment.requestRefund(first, Money.ofMinor(1_000, "EUR"), given.occasion()).get();
    payment.markRefundOutcomeUnknown(first, "reset", given.occasion()).get();
    payment.declineRefund(first, NO, given.occasion()).get();
    RefundId second = new RefundId(ids.next());
    payment.requestRefund(second, Money.ofMinor(2_000, "EUR"), given.occasion()).get();
    payment.withdrawRefund(second, "circuit open", given.occasion()).get();
    RefundId third = new RefundId(ids.next());
    payment.requestRefund(third, Money.ofMinor(3_000, "EUR"), given.occasion()).get();
    payment.confirmRefund(third, new ProcessorReference("re_3"), given.occasion()).get();
    return payment;
  }

  @Nested
  class A_payment_that_is_kept {

    @Test
    void comes_back_as_it_was_with_its_whole_history() {
      Payment payment = eventful();
      run(stores -> stores.payments().save(payment));
      assertThat(found(payment.id()).snapshot()).isEqualTo(payment.snapshot());
      assertThat(history(payment.id())).hasSize(10);
      assertThat(Payment.reconstitute(history(payment.id())).snapshot())
          .isEqualTo(payment.snapshot());
    }

    @Test
    void comes_back_when_it_came_to_nothing_and_the_charge_was_found_after_all() {
      Payment declined = given.payment();
      declined.decline(NO, given.occasion()).get();
      declined.recordUnexpectedCharge(CHARGE, given.occasion()).get();
      Payment withdrawn = given.payment();
      withdrawn.withdraw("connection refused", given.occasion()).get();
      run(
          stores -> {
            stores.payments().save(declined);
            stores.payments().save(withdrawn);
          });
      assertThat(found(declined.id()).snapshot()).isEqualTo(declined.snapshot());
      assertThat(found(withdrawn.id()).snapshot()).isEqualTo(withdrawn.snapshot());
    }

    @Test
    void is_told_from_one_that_never_was() {
      Payment payment = stored();
      PaymentId unknown = given.paymentId();
      assertThat(history(payment.id())).hasSize(1);
      assertThat(history(unknown)).isEmpty();
      assertThat(readOption(stores -> stores.payments().find(unknown)).isEmpty()).isTrue();
    }

    @Test
    void sends_the_very_events_of_its_history_off_in_order() {
      Payment payment = eventful();
      run(stores -> stores.payments().save(payment));
      assertThat(payment.drainEvents()).isEmpty();
      List<DomainEvent> sent = drainOutbox();
      assertThat(sent).hasSize(10).isEqualTo(history(payment.id()));
      assertThat(sent)
          .allMatch(event -> event.occurredAt().equals(Given.MOMENT))
          .allMatch(event -> event.correlationId().equals(Given.CORRELATION))
          .allMatch(event -> event.metadata().causationId().isDefined());
    }

    @Test
    void grows_by_what_happened_since_it_was_read() {
      Payment payment = stored();
      confirm(payment.id());
      assertThat(found(payment.id()).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(history(payment.id()))
          .extracting(event -> event.version().value())
          .containsExactly(1L, 2L);
    }

    @Test
    void is_seen_with_what_the_same_transaction_has_written() {
      Payment payment = given.payment();
      run(
          stores -> {
            stores.payments().save(payment);
            assertThat(stores.payments().history(payment.id())).hasSize(1);
            payment.confirm(CHARGE, given.occasion()).get();
            stores.payments().save(payment);
            assertThat(stores.payments().history(payment.id())).hasSize(2);
          });
      assertThat(history(payment.id())).hasSize(2);
    }

    @Test
    void is_left_alone_if_it_has_not_changed() {
      Payment payment = stored();
      run(
          stores -> {
            Payment unchanged = stores.payments().find(payment.id()).get();
            confirm(payment.id());
            stores.payments().save(unchanged);
          });
      assertThat(history(payment.id())).hasSize(2);
    }
  }

  @Nested
  class A_write_that_comes_second {

    @Test
    void conflicts_if_there_is_an_event_at_its_version() {
      Payment payment = stored();
      assertConflict(
          Subject.PAYMENT,
          () ->
              run(
                  stores -> {
                    Payment mine = stores.payments().find(payment.id()).get();
                    confirm(payment.id());
                    mine.decline(NO, given.occasion()).get();
                    stores.payments().save(mine);
                  }));
      assertThat(found(payment.id()).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(drainOutbox()).hasSize(2);
    }

    @Test
    void loses_in_a_race() {
      Payment payment = stored();
      assertOneWins(
          Subject.PAYMENT,
          race ->
              run(
                  stores -> {
                    Payment mine = stores.payments().find(payment.id()).get();
                    mine.confirm(CHARGE, given.occasion()).get();
                    race.standInLine();
                    stores.payments().save(mine);
                  }));
      assertThat(history(payment.id())).hasSize(2);
    }
  }
}
