package dev.hexwing.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.RefundWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which event may stand in a history after which others: every state meets every event. */
class MisplacedEventsTest {

  private static final Money AMOUNT = Money.ofMinor(5_000, "EUR");
  private static final Money PART = Money.ofMinor(2_000, "EUR");
  private static final Money CENT = Money.ofMinor(1, "EUR");
  private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));
  private static final PaymentMethodToken CARD = new PaymentMethodToken("pm_card_visa");
  private static final ProcessorReference CHARGE = new ProcessorReference("pi_1");
  private static final DeclineReason NO = new DeclineReason("card_declined", "");
  private static final RefundId FIRST = new RefundId(new UUID(0, 3));
  private static final RefundId SECOND = new RefundId(new UUID(0, 4));

  /** A payment that got somewhere, and the kinds of events that may come next. */
  enum Reached {
    REQUESTED(
        payment -> {},
        PaymentConfirmed.class,
        PaymentDeclined.class,
        PaymentWithdrawn.class,
        PaymentOutcomeUnknown.class),
    OUTCOME_UNKNOWN(
        payment -> payment.markOutcomeUnknown("timed out", now()).get(),
        PaymentConfirmed.class,
        PaymentDeclined.class),
    CONFIRMED(payment -> payment.confirm(CHARGE, now()).get(), RefundRequested.class),
    DECLINED(payment -> payment.decline(NO, now()).get(), UnexpectedChargeFound.class),
    WITHDRAWN(payment -> payment.withdraw("not sent", now()).get(), UnexpectedChargeFound.class),
    CHARGED_UNEXPECTEDLY(
        payment -> {
          payment.decline(NO, now()).get();
          payment.recordUnexpectedCharge(CHARGE, now()).get();
        },
        RefundRequested.class),
    REFUND_REQUESTED(
        Reached::refund,
        RefundConfirmed.class,
        RefundDeclined.class,
        RefundWithdrawn.class,
        RefundOutcomeUnknown.class),
    REFUND_OUTCOME_UNKNOWN(
        payment -> {
          refund(payment);
          payment.markRefundOutcomeUnknown(FIRST, "timed out", now()).get();
        },
        RefundConfirmed.class,
        RefundDeclined.class),
    REFUND_CONFIRMED(
        payment -> {
          refund(payment);
          payment.confirmRefund(FIRST, CHARGE, now()).get();
        }),
    REFUND_DECLINED(
        payment -> {
          refund(payment);
          payment.declineRefund(FIRST, NO, now()).get();
        }),
    REFUND_WITHDRAWN(
        payment -> {
          refund(payment);
          payment.withdrawRefund(FIRST, "not sent", now()).get();
        });

    // They are functions of the payment alone.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Payment> deeds;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Class<?>> next;

    Reached(Consumer<Payment> deeds, Class<?>... next) {
      this.deeds = deeds;
      this.next = Set.of(next);
    }

    private static void refund(Payment payment) {
      payment.confirm(CHARGE, now()).get();
      payment.requestRefund(FIRST, PART, now()).get();
    }

    List<PaymentEvent> history() {
      Payment payment = Payment.request(PAYMENT, ORDER, AMOUNT, CARD, now()).get();
      deeds.accept(payment);
      return payment.drainEvents();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_may_follow_is_taken_and_everything_else_is_refused(Reached reached) {
    List<PaymentEvent> history = reached.history();
    for (PaymentEvent event : everyKind(after(history))) {
      if (reached.next.contains(event.getClass())) {
        taken(history, event);
      } else {
        refused(history, event);
      }
    }
  }

  @Test
  void a_charge_is_of_the_amount_that_was_asked_for() {
    List<PaymentEvent> asked = Reached.REQUESTED.history();
    refused(asked, new PaymentConfirmed(after(asked), PAYMENT, ORDER, PART, CHARGE));
    List<PaymentEvent> declined = Reached.DECLINED.history();
    refused(declined, new UnexpectedChargeFound(after(declined), PAYMENT, ORDER, PART, CHARGE));
  }

  @Test
  void a_refund_is_above_zero_and_up_to_what_is_left() {
    List<PaymentEvent> confirmed = Reached.CONFIRMED.history();
    refused(confirmed, refundOf(SECOND, Money.zero(AMOUNT.currency()), confirmed));
    refused(confirmed, refundOf(SECOND, CENT.negate(), confirmed));
    refused(confirmed, refundOf(SECOND, AMOUNT.plus(CENT), confirmed));
    taken(confirmed, refundOf(SECOND, AMOUNT, confirmed));

    List<PaymentEvent> partly = Reached.REFUND_REQUESTED.history();
    refused(partly, refundOf(SECOND, AMOUNT.minus(PART).plus(CENT), partly));
    taken(partly, refundOf(SECOND, AMOUNT.minus(PART), partly));
  }

  @Test
  void what_a_refund_in_vain_claimed_can_be_claimed_again() {
    for (Reached inVain : List.of(Reached.REFUND_DECLINED, Reached.REFUND_WITHDRAWN)) {
      List<PaymentEvent> history = inVain.history();
      taken(history, refundOf(SECOND, AMOUNT, history));
      assertThat(Payment.reconstitute(history).refundable()).isEqualTo(AMOUNT);
    }
  }

  @Test
  void a_refund_is_confirmed_with_the_amount_that_was_asked_for() {
    List<PaymentEvent> history = Reached.REFUND_REQUESTED.history();
    refused(history, new RefundConfirmed(after(history), PAYMENT, ORDER, FIRST, CENT, CHARGE));
  }

  @Test
  void nothing_is_known_of_a_refund_that_nobody_asked_for() {
    List<PaymentEvent> history = Reached.REFUND_REQUESTED.history();
    EventMetadata next = after(history);
    refused(history, new RefundConfirmed(next, PAYMENT, ORDER, SECOND, PART, CHARGE));
    refused(history, new RefundDeclined(next, PAYMENT, ORDER, SECOND, NO));
    refused(history, new RefundWithdrawn(next, PAYMENT, ORDER, SECOND, "not sent"));
    refused(history, new RefundOutcomeUnknown(next, PAYMENT, ORDER, SECOND, "timed out"));
  }

  @Test
  void a_history_begins_with_the_first_version() {
    Version second = new Version(2);
    EventMetadata metadata = EventMetadata.of(PAYMENT.toString(), second, now());
    refused(List.of(), new PaymentRequested(metadata, PAYMENT, ORDER, AMOUNT, CARD));
  }

  private static List<PaymentEvent> everyKind(EventMetadata next) {
    return List.of(
        new PaymentRequested(next, PAYMENT, ORDER, AMOUNT, CARD),
        new PaymentConfirmed(next, PAYMENT, ORDER, AMOUNT, CHARGE),
        new PaymentDeclined(next, PAYMENT, ORDER, NO),
        new PaymentWithdrawn(next, PAYMENT, ORDER, "not sent"),
        new PaymentOutcomeUnknown(next, PAYMENT, ORDER, "timed out"),
        new UnexpectedChargeFound(next, PAYMENT, ORDER, AMOUNT, CHARGE),
        new RefundRequested(next, PAYMENT, ORDER, FIRST, PART, CHARGE),
        new RefundConfirmed(next, PAYMENT, ORDER, FIRST, PART, CHARGE),
        new RefundDeclined(next, PAYMENT, ORDER, FIRST, NO),
        new RefundWithdrawn(next, PAYMENT, ORDER, FIRST, "not sent"),
        new RefundOutcomeUnknown(next, PAYMENT, ORDER, FIRST, "timed out"));
  }

  private static RefundRequested refundOf(
      RefundId refundId, Money asked, List<PaymentEvent> history) {
    return new RefundRequested(after(history), PAYMENT, ORDER, refundId, asked, CHARGE);
  }

  private static EventMetadata after(List<PaymentEvent> history) {
    return EventMetadata.of(PAYMENT.toString(), new Version(history.size() + 1L), now());
  }

  private static void taken(List<PaymentEvent> history, PaymentEvent last) {
    assertThat(Payment.reconstitute(with(history, last)).storedVersion())
        .isEqualTo(new Version(history.size() + 1L));
  }

  private static void refused(List<PaymentEvent> history, PaymentEvent last) {
    assertThatIllegalArgumentException()
        .as("%s after %s", last, history)
        .isThrownBy(() -> Payment.reconstitute(with(history, last)));
  }

  private static List<PaymentEvent> with(List<PaymentEvent> history, PaymentEvent last) {
    List<PaymentEvent> longer = new ArrayList<>(history);
    longer.add(last);
    return longer;
  }

  private static Occasion now() {
    return Occasion.of(Instant.parse("2026-03-03T10:04:00Z"), new CorrelationId("tap-1"));
  }
}
