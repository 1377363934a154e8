package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.payments.PaymentRefusal.AmountNotPositive;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.PaymentLives.Request;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class PaymentLifeTest {

  @Property
  void every_command_is_answered_as_the_rules_say(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    Life<PaymentCommand, PaymentSnapshot, PaymentEvent> life = chain.run();
    PaymentModel model = new PaymentModel(life.snapshot().amount());
    model.accompany(life);
    assertThat(Payment.reconstitute(life.history()).refundable()).isEqualTo(model.left());
    for (Step<PaymentCommand, PaymentSnapshot> step : life.steps()) {
      Cases.met("status", 10, step.after().status(), (Object[]) PaymentStatus.values());
    }
  }

  @Property
  void every_invariant_holds_in_every_life(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    Invariant.checkAll(PaymentInvariant.values(), chain.run().story());
  }

  @Property
  void a_payment_is_confirmed_at_most_once_and_never_both_confirmed_and_declined(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    List<PaymentEvent> history = chain.run().history();
    int confirmed = only(PaymentConfirmed.class, history).size();
    int declined = only(PaymentDeclined.class, history).size();
    int withdrawn = only(PaymentWithdrawn.class, history).size();
    assertThat(confirmed + declined + withdrawn).isLessThanOrEqualTo(1);
    Cases.met("end", 5, confirmed + " " + declined + " " + withdrawn, "1 0 0", "0 1 0", "0 0 1");
  }

  @Property
  void refunds_never_exceed_the_charge_whatever_becomes_of_them(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    Life<PaymentCommand, PaymentSnapshot, PaymentEvent> life = chain.run();
    BigInteger amount = BigInteger.valueOf(life.snapshot().amount().amountMinor());
    for (Step<PaymentCommand, PaymentSnapshot> step : life.steps()) {
      BigInteger claimed = BigInteger.ZERO;
      for (Refund refund : step.after().everyRefund()) {
        assertThat(refund.amount().currency()).isEqualTo(life.snapshot().amount().currency());
        if (refund.status().claimsMoney()) {
          claimed = claimed.add(BigInteger.valueOf(refund.amount().amountMinor()));
        }
      }
      assertThat(claimed).isLessThanOrEqualTo(amount);
      Cases.met("all of it", 20, claimed.equals(amount), true, false);
    }
  }

  @Property
  void a_refund_happens_once(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    List<PaymentEvent> history = chain.run().history();
    List<RefundId> done = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      List<Refund> before = Refund.listOf(history.subList(0, i));
      switch (history.get(i)) {
        case RefundRequested asked ->
            assertThat(before)
                .noneMatch(
                    one -> one.refundId().equals(asked.refundId()) && one.status().claimsMoney());
        case RefundConfirmed given -> done.add(given.refundId());
        default -> {}
      }
    }
    assertThat(done).doesNotHaveDuplicates();
  }

  @Property
  void a_refund_is_as_the_history_tells_or_came_to_nothing_and_is_forgotten(
      @ForAll("chargedLives")
          ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    Life<PaymentCommand, PaymentSnapshot, PaymentEvent> life = chain.run();
    List<Refund> remembered = life.snapshot().everyRefund();
    List<Refund> all = Refund.listOf(life.history());
    assertThat(all).containsAll(remembered);
    List<Refund> forgotten = all.stream().filter(one -> !remembered.contains(one)).toList();
    assertThat(forgotten).noneMatch(one -> one.status().claimsMoney());
    Cases.met("forgotten", 5, forgotten.isEmpty(), true, false);
  }

  @Property
  void an_unknown_outcome_is_never_again_a_fresh_request(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    for (Step<PaymentCommand, PaymentSnapshot> step : chain.run().steps()) {
      PaymentStatus from = step.before().status();
      PaymentStatus to = step.after().status();
      if (from != to) {
        assertThat(from + " to " + to)
            .isIn(
                "REQUESTED to CONFIRMED",
                "REQUESTED to DECLINED",
                "REQUESTED to WITHDRAWN",
                "REQUESTED to OUTCOME_UNKNOWN",
                "OUTCOME_UNKNOWN to CONFIRMED",
                "OUTCOME_UNKNOWN to DECLINED",
                "CONFIRMED to PARTLY_REFUNDED",
                "CONFIRMED to REFUNDED",
                "PARTLY_REFUNDED to REFUNDED");
        Cases.met("from", 5, from, PaymentStatus.REQUESTED, PaymentStatus.OUTCOME_UNKNOWN);
      }
    }
  }

  @Property
  void a_refused_command_leaves_the_payment_as_it_was(
      @ForAll("lives") ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> chain) {
    for (Step<PaymentCommand, PaymentSnapshot> step : chain.run().steps()) {
      if (step.refused()) {
        assertThat(step.after()).isEqualTo(step.before());
      } else {
        assertThat(step.after().version()).isEqualTo(step.before().version().next());
      }
    }
  }

  @Property
  void a_charge_that_contradicts_the_record_is_recorded_and_can_be_refunded(
      @ForAll("over") Payment payment,
      @ForAll("references") ProcessorReference reference,
      @ForAll("refundIds") RefundId refundId,
      @ForAll("occasions") Occasion occasion) {
    PaymentStatus told = payment.status();
    assertThat(payment.requestRefund(refundId, payment.amount(), occasion).getLeft().code())
        .isEqualTo("refund.nothing-charged");
    UnexpectedChargeFound found = payment.recordUnexpectedCharge(reference, occasion).get();
    assertThat(found.amount()).isEqualTo(payment.amount());
    assertThat(payment.status()).isEqualTo(told);
    assertThat(payment.charge().get()).isEqualTo(reference);
    assertThat(payment.recordUnexpectedCharge(reference, occasion).isLeft()).isTrue();
    assertThat(payment.refundable()).isEqualTo(payment.amount());
    RefundRequested asked = payment.requestRefund(refundId, payment.amount(), occasion).get();
    assertThat(asked.charge()).isEqualTo(reference);
    assertThat(payment.confirmRefund(refundId, reference, occasion).isRight()).isTrue();
    assertThat(payment.status()).isEqualTo(told);
    assertThat(payment.refundable().isZero()).isTrue();
    assertThat(payment.snapshot().refunded()).isEqualTo(payment.amount());
  }

  @Property
  void money_that_may_have_moved_or_has_holds_the_order(@ForAll("payments") Payment payment) {
    Cases.met("status", 5, payment.status(), (Object[]) PaymentStatus.values());
    boolean over =
        payment.status() == PaymentStatus.DECLINED || payment.status() == PaymentStatus.WITHDRAWN;
    assertThat(payment.status().holdsTheOrder()).isNotEqualTo(over);
    boolean open =
        payment.status() == PaymentStatus.REQUESTED
            || payment.status() == PaymentStatus.OUTCOME_UNKNOWN;
    assertThat(payment.status().isFinal()).isNotEqualTo(open);
  }

  @Property
  void nothing_or_less_is_never_charged(
      @ForAll("requests") Request wanted,
      @ForAll @LongRange(min = Long.MIN_VALUE, max = 0) long no) {
    Money nothing = new Money(no, wanted.amount().currency());
    assertThat(
            Payment.request(
                    wanted.paymentId(),
                    wanted.orderId(),
                    nothing,
                    wanted.method(),
                    wanted.occasion())
                .getLeft())
        .isEqualTo(new AmountNotPositive(nothing));
  }

  @Property
  void events_are_drained_once(@ForAll("payments") Payment payment) {
    assertThat(payment.storedVersion()).isEqualTo(Version.NONE);
    assertThat(payment.drainEvents()).hasSize((int) payment.snapshot().version().value());
    assertThat(payment.drainEvents()).isEmpty();
    assertThat(payment.storedVersion()).isEqualTo(payment.snapshot().version());
  }

  private static <T> List<T> only(Class<T> kind, List<PaymentEvent> history) {
    return history.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Provide
  Arbitrary<ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>>> lives() {
    return PaymentLives.lives();
  }

  /** So that there is time for many refunds. */
  @Provide
  Arbitrary<ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>>> chargedLives() {
    return PaymentLives.lives(
        request -> {
          Payment payment = request.make();
          payment.confirm(new ProcessorReference("pi_1"), request.occasion()).get();
          return PaymentLives.subjectOf(payment.snapshot());
        });
  }

  @Provide
  Arbitrary<Payment> payments() {
    return PaymentLives.payments();
  }

  @Provide
  Arbitrary<Payment> over() {
    return Arbitraries.oneOf(
        PaymentLives.payments(PaymentStatus.DECLINED),
        PaymentLives.payments(PaymentStatus.WITHDRAWN));
  }

  @Provide
  Arbitrary<Request> requests() {
    return PaymentLives.requests();
  }

  @Provide
  Arbitrary<ProcessorReference> references() {
    return PaymentValues.processorReferences();
  }

  @Provide
  Arbitrary<RefundId> refundIds() {
    return PaymentValues.refundIds();
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    return SharedValues.occasions();
  }
}
