package dev.hexwing.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentRefusal.RefundExists;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which snapshots are a payment's: every status with and without everything else. */
class UnlikelySnapshotsTest {

  private static final Money AMOUNT = Money.ofMinor(5_000, "EUR");
  private static final Money PART = Money.ofMinor(2_000, "EUR");
  private static final Instant NOW = Instant.parse("2026-03-03T10:04:00Z");
  private static final ProcessorReference CHARGE = new ProcessorReference("pi_1");
  private static final DeclineReason NO = new DeclineReason("card_declined", "");

  /** What was given back, or may yet be. */
  enum GivenBack {
    NOTHING,
    A_PART_MAYBE(refund(1, PART, RefundStatus.REQUESTED)),
    A_PART_NOT(refund(1, PART, RefundStatus.DECLINED)),
    A_PART(refund(1, PART, RefundStatus.CONFIRMED)),
    ALL_MAYBE(refund(1, AMOUNT, RefundStatus.OUTCOME_UNKNOWN)),
    ALL(refund(1, PART, RefundStatus.CONFIRMED), rest(RefundStatus.CONFIRMED)),
    TOO_MUCH_MAYBE(
        refund(1, PART, RefundStatus.CONFIRMED),
        rest(RefundStatus.CONFIRMED),
        refund(3, Money.ofMinor(1, "EUR"), RefundStatus.REQUESTED));

    @SuppressWarnings("ImmutableEnumChecker") // it is never changed
    private final List<Refund> refunds;

    GivenBack(Refund... refunds) {
      this.refunds = List.of(refunds);
    }

    private static Refund rest(RefundStatus status) {
      return refund(2, AMOUNT.minus(PART), status);
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_refused_and_likely_ones_taken(PaymentStatus status) {
    for (GivenBack given : GivenBack.values()) {
      for (boolean charged : new boolean[] {true, false}) {
        for (boolean declined : new boolean[] {true, false}) {
          PaymentSnapshot snapshot = snapshot(status, charged, declined, given.refunds);
          if (isLikely(status, charged, declined, given)) {
            assertThat(Payment.reconstitute(snapshot, List.of()).snapshot()).isEqualTo(snapshot);
          } else {
            refused(snapshot);
          }
        }
      }
    }
  }

  private static boolean isLikely(
      PaymentStatus status, boolean charged, boolean declined, GivenBack given) {
    if (given == GivenBack.TOO_MUCH_MAYBE || (!charged && given != GivenBack.NOTHING)) {
      return false;
    }
    return switch (status) {
      case REQUESTED, OUTCOME_UNKNOWN -> !charged && !declined;
      case CONFIRMED -> charged && given != GivenBack.A_PART && given != GivenBack.ALL;
      case PARTLY_REFUNDED -> charged && given == GivenBack.A_PART;
      case REFUNDED -> charged && given == GivenBack.ALL;
      case DECLINED -> declined;
      case WITHDRAWN -> !declined;
    };
  }

  @Test
  void of_no_version_are_refused() {
    PaymentSnapshot good = snapshot(PaymentStatus.REQUESTED, false, false, List.of());
    refused(
        new PaymentSnapshot(
            good.paymentId(),
            good.orderId(),
            good.amount(),
            good.method(),
            good.status(),
            good.charge(),
            good.declineReason(),
            good.refunds(),
            good.refundInVain(),
            good.requestedAt(),
            Version.NONE));
  }

  @Test
  void the_refund_in_vain_that_they_tell_of_is_known_until_another_came_to_nothing() {
    Refund first = refund(1, PART, RefundStatus.WITHDRAWN);
    Payment payment = Payment.reconstitute(with(Option.some(first)), List.of());
    assertThat(payment.refund(first.refundId())).containsExactly(first);
    Occasion now = Occasion.of(NOW, new CorrelationId("tap-1"));
    assertThat(payment.requestRefund(first.refundId(), PART, now).getLeft())
        .isEqualTo(new RefundExists(first.refundId()));
    Refund second = refund(2, PART, RefundStatus.DECLINED);
    payment.requestRefund(second.refundId(), PART, now).get();
    assertThat(payment.refund(first.refundId())).containsExactly(first);
    payment.declineRefund(second.refundId(), NO, now).get();
    assertThat(payment.snapshot().refundInVain()).containsExactly(second);
    assertThat(payment.refund(first.refundId()).isEmpty()).isTrue();
  }

  @Test
  void with_two_refunds_of_one_name_are_refused() {
    Refund open = refund(1, PART, RefundStatus.REQUESTED);
    Refund inVain = refund(1, PART, RefundStatus.DECLINED);
    for (List<Refund> same : List.of(List.of(open, open), List.of(open))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> with(same, Option.some(inVain)))
          .withMessage("refund " + open.refundId() + " stands here twice");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(List.of(open, open), Option.none()))
        .withMessage("refund " + open.refundId() + " stands here twice");
  }

  @Test
  void with_refunds_in_the_wrong_place_are_refused() {
    Refund open = refund(1, PART, RefundStatus.REQUESTED);
    Refund inVain = refund(2, PART, RefundStatus.WITHDRAWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(List.of(inVain), Option.none()))
        .withMessageEndingWith("stands among those that claim money");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(List.of(), Option.some(open)))
        .withMessageEndingWith("may have moved money");
  }

  private static Refund refund(int name, Money amount, RefundStatus status) {
    return new Refund(new RefundId(new UUID(1, name)), amount, status);
  }

  private static PaymentSnapshot with(Option<Refund> inVain) {
    return with(List.of(), inVain);
  }

  /** Of a payment that is charged. */
  private static PaymentSnapshot with(List<Refund> refunds, Option<Refund> inVain) {
    return snapshot(PaymentStatus.CONFIRMED, true, false, refunds, inVain);
  }

  private static PaymentSnapshot snapshot(
      PaymentStatus status, boolean charged, boolean declined, List<Refund> refunds) {
    Predicate<Refund> claims = refund -> refund.status().claimsMoney();
    return snapshot(
        status,
        charged,
        declined,
        refunds.stream().filter(claims).toList(),
        Option.ofOptional(refunds.stream().filter(claims.negate()).findFirst()));
  }

  private static PaymentSnapshot snapshot(
      PaymentStatus status,
      boolean charged,
      boolean declined,
      List<Refund> refunds,
      Option<Refund> inVain) {
    return new PaymentSnapshot(
        new PaymentId(new UUID(0, 1)),
        new OrderId(new UUID(0, 1)),
        AMOUNT,
        new PaymentMethodToken("pm_card_visa"),
        status,
        charged ? Option.some(CHARGE) : Option.none(),
        declined ? Option.some(NO) : Option.none(),
        refunds,
        inVain,
        NOW,
        new Version(9));
  }

  private static void refused(PaymentSnapshot snapshot) {
    assertThatIllegalArgumentException()
        .as(snapshot.toString())
        .isThrownBy(() -> Payment.reconstitute(snapshot, List.of()));
  }
}
