package dev.hexwing.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
            good.refundsInVain(),
            good.requestedAt(),
            Version.NONE));
  }

  @Test
  void what_they_tell_of_refunds_in_vain_counts_among_the_few_that_are_remembered() {
    List<Refund> inVain = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      inVain.add(refund(i, PART, i % 2 == 0 ? RefundStatus.DECLINED : RefundStatus.WITHDRAWN));
    }
    Payment payment =
        Payment.reconstitute(snapshot(PaymentStatus.CONFIRMED, true, false, inVain), List.of());
    assertThat(payment.snapshot().refundsInVain().list()).isEqualTo(inVain);
    assertThat(payment.snapshot().everyRefund()).isEqualTo(inVain);
    Refund ninth = refund(9, PART, RefundStatus.DECLINED);
    Occasion now = Occasion.of(NOW, new CorrelationId("tap-1"));
    payment.requestRefund(ninth.refundId(), ninth.amount(), now).get();
    payment.declineRefund(ninth.refundId(), NO, now).get();
    List<Refund> remembered = payment.snapshot().refundsInVain().list();
    assertThat(remembered).hasSize(8).startsWith(inVain.get(1)).endsWith(ninth);
    assertThat(payment.refund(inVain.get(0).refundId()).isEmpty()).isTrue();
  }

  @Test
  void tell_of_more_refunds_in_vain_than_are_remembered() {
    List<Refund> inVain = new ArrayList<>();
    for (int i = 1; i <= 11; i++) {
      inVain.add(refund(i, PART, RefundStatus.DECLINED));
    }
    PaymentSnapshot snapshot = snapshot(PaymentStatus.CONFIRMED, true, false, inVain);
    assertThat(snapshot.refundsInVain().list()).isEqualTo(inVain.subList(3, 11));
    assertThat(Payment.reconstitute(snapshot, List.of()).snapshot()).isEqualTo(snapshot);
    RefundsInVain last = RefundsInVain.of(inVain.subList(3, 11));
    assertThat(snapshot.refundsInVain())
        .isEqualTo(last)
        .hasSameHashCodeAs(last)
        .hasToString(inVain.subList(3, 11).toString())
        .isNotEqualTo(RefundsInVain.of(inVain.subList(2, 10)))
        .isNotEqualTo(RefundsInVain.NONE);
  }

  @Test
  void with_two_refunds_of_one_name_are_refused() {
    Refund one = refund(1, PART, RefundStatus.REQUESTED);
    Refund two = refund(1, PART, RefundStatus.DECLINED);
    for (List<Refund> same : List.of(List.of(one, one), List.of(one, two), List.of(two, two))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> snapshot(PaymentStatus.CONFIRMED, true, false, same))
          .withMessage("refund " + one.refundId() + " stands here twice");
    }
  }

  @Test
  void with_a_name_among_others_twice_are_refused() {
    for (int name = 0; name < 64; name++) {
      Refund first = refund(name, PART, RefundStatus.DECLINED);
      Refund other = refund(name + 1, PART, RefundStatus.DECLINED);
      Refund again = refund(name, PART, RefundStatus.WITHDRAWN);
      assertThatIllegalArgumentException()
          .as("%s", first.refundId())
          .isThrownBy(
              () -> snapshot(PaymentStatus.CONFIRMED, true, false, List.of(first, other, again)))
          .withMessage("refund " + first.refundId() + " stands here twice");
    }
  }

  @Test
  void with_refunds_in_the_wrong_list_are_refused() {
    Refund open = refund(1, PART, RefundStatus.REQUESTED);
    Refund inVain = refund(2, PART, RefundStatus.WITHDRAWN);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> snapshot(PaymentStatus.CONFIRMED, true, false, List.of(inVain), List.of()))
        .withMessageEndingWith("stands among those that claim money");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> snapshot(PaymentStatus.CONFIRMED, true, false, List.of(), List.of(open)))
        .withMessageEndingWith("may have moved money");
  }

  private static Refund refund(int name, Money amount, RefundStatus status) {
    return new Refund(new RefundId(new UUID(1, name)), amount, status);
  }

  private static PaymentSnapshot snapshot(
      PaymentStatus status, boolean charged, boolean declined, List<Refund> refunds) {
    return snapshot(
        status,
        charged,
        declined,
        refunds.stream().filter(refund -> refund.status().claimsMoney()).toList(),
        refunds.stream().filter(refund -> !refund.status().claimsMoney()).toList());
  }

  private static PaymentSnapshot snapshot(
      PaymentStatus status,
      boolean charged,
      boolean declined,
      List<Refund> refunds,
      List<Refund> refundsInVain) {
    return new PaymentSnapshot(
        new PaymentId(new UUID(0, 1)),
        new OrderId(new UUID(0, 1)),
        AMOUNT,
        new PaymentMethodToken("pm_card_visa"),
        status,
        charged ? Option.some(CHARGE) : Option.none(),
        declined ? Option.some(NO) : Option.none(),
        refunds,
        RefundsInVain.of(refundsInVain),
        NOW,
        new Version(9));
  }

  private static void refused(PaymentSnapshot snapshot) {
    assertThatIllegalArgumentException()
        .as(snapshot.toString())
        .isThrownBy(() -> Payment.reconstitute(snapshot, List.of()));
  }
}
