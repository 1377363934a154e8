package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.PaymentProcessor.ChargeRequest;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.NotSent;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The scripted processor does to requests what real ones do. */
class ScriptedProcessorTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));

  private final MutableClock clock = MutableClock.standing();

  private ScriptedProcessor of(ProcessorFamily family) {
    return new ScriptedProcessor(family, clock);
  }

  private static ProcessorAnswer charge(ScriptedProcessor processor, long amountMinor) {
    return processor.charge(
        new ChargeRequest(
            PAYMENT,
            ORDER,
            Money.ofMinor(amountMinor, "EUR"),
            new PaymentMethodToken("pm_card_visa"),
            new CorrelationId("tap")));
  }

  @Nested
  class A_name_that_comes_again {

    @ParameterizedTest
    @EnumSource(value = ProcessorFamily.class, names = "NO_KEYS", mode = Mode.EXCLUDE)
    void is_told_the_first_success_and_charges_nothing(ProcessorFamily family) {
      ScriptedProcessor processor = of(family);
      ProcessorAnswer first = charge(processor, 500);
      assertThat(charge(processor, 500)).isEqualTo(first).isInstanceOf(Approved.class);
      assertThat(processor.movements()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = ProcessorFamily.class, names = "NO_KEYS", mode = Mode.EXCLUDE)
    void with_another_amount_is_a_mismatch_and_charges_nothing(ProcessorFamily family) {
      ScriptedProcessor processor = of(family);
      charge(processor, 500);
      assertThat(charge(processor, 501))
          .isInstanceOfSatisfying(
              Unknown.class, unknown -> assertThat(unknown.why()).contains("idempotency_error"));
      assertThat(processor.movements()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = ProcessorFamily.class, names = "NO_KEYS", mode = Mode.EXCLUDE)
    void after_the_name_has_run_out_charges_again(ProcessorFamily family) {
      ScriptedProcessor processor = of(family);
      charge(processor, 500);
      clock.advance(DAY.minusMillis(1));
      charge(processor, 500);
      assertThat(processor.movements()).hasSize(1);
      clock.advance(Duration.ofMillis(1));
      charge(processor, 500);
      assertThat(processor.movements()).hasSize(2);
    }

    @Test
    void charges_again_where_there_are_no_keys() {
      ScriptedProcessor processor = of(ProcessorFamily.NO_KEYS);
      charge(processor, 500);
      charge(processor, 500);
      assertThat(processor.movements()).hasSize(2);
    }

    @Test
    void replays_a_decline_or_carries_it_out_anew_as_its_family_does() {
      ScriptedProcessor replaying = of(ProcessorFamily.REPLAYS_EVERYTHING).next(Fate.DECLINED);
      charge(replaying, 500);
      assertThat(charge(replaying, 500)).isInstanceOf(Declined.class);
      ScriptedProcessor storing = of(ProcessorFamily.STORES_SUCCESSES).next(Fate.DECLINED);
      charge(storing, 500);
      assertThat(charge(storing, 500)).isInstanceOf(Approved.class);
    }

    @Test
    void is_in_use_while_the_first_is_still_on_its_way() {
      ScriptedProcessor processor = of(ProcessorFamily.REPLAYS_EVERYTHING).next(Fate.LATE);
      charge(processor, 500);
      assertThat(charge(processor, 500)).isEqualTo(new Unknown("409 idempotency_key_in_use"));
      assertThat(processor.movements()).isEmpty();
      clock.advance(processor.capabilities().settlingTime());
      assertThat(charge(processor, 500)).isInstanceOf(Approved.class);
      assertThat(processor.movements()).hasSize(1);
    }
  }

  @Nested
  class A_request {

    @ParameterizedTest
    @EnumSource(
        value = Fate.class,
        names = {"REQUEST_LOST", "ERROR_BEFORE", "ERROR_DURING"})
    void that_had_no_effect_is_unknown_and_charges_nothing(Fate fate) {
      ScriptedProcessor processor = of(ProcessorFamily.REPLAYS_EVERYTHING).next(fate);
      assertThat(charge(processor, 500)).isInstanceOf(Unknown.class);
      assertThat(processor.movements()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
        value = Fate.class,
        names = {"ANSWER_LOST", "ERROR_AFTER"})
    void whose_answer_says_nothing_may_have_charged(Fate fate) {
      ScriptedProcessor processor = of(ProcessorFamily.REPLAYS_EVERYTHING).next(fate);
      assertThat(charge(processor, 500)).isInstanceOf(Unknown.class);
      assertThat(processor.movements()).hasSize(1);
    }

    @Test
    void that_never_left_is_known_not_to_have() {
      ScriptedProcessor processor = of(ProcessorFamily.REPLAYS_EVERYTHING).next(Fate.NOT_SENT);
      assertThat(charge(processor, 500)).isInstanceOf(NotSent.class);
      assertThat(processor.movements()).isEmpty();
    }
  }

  @Nested
  class A_look_up {

    @Test
    void misses_what_is_younger_than_its_lag() {
      Duration lag = Duration.ofSeconds(3);
      ScriptedProcessor processor = of(ProcessorFamily.REPLAYS_EVERYTHING).lagging(lag);
      charge(processor, 500);
      assertThat(processor.lookUpCharge(PAYMENT)).isInstanceOf(LookUp.Absent.class);
      clock.advance(lag);
      assertThat(processor.lookUpCharge(PAYMENT)).isInstanceOf(LookUp.Found.class);
    }

    @Test
    void is_not_answered_where_there_is_none() {
      ScriptedProcessor processor = of(ProcessorFamily.NO_LOOK_UP);
      charge(processor, 500);
      assertThat(processor.lookUpCharge(PAYMENT)).isInstanceOf(LookUp.Unanswered.class);
    }
  }

  @Test
  void a_notice_is_sent_once_for_each_movement_and_not_before_it() {
    ScriptedProcessor processor = of(ProcessorFamily.REPLAYS_EVERYTHING).next(Fate.LATE);
    charge(processor, 500);
    assertThat(processor.takeNotices()).isEmpty();
    clock.advance(processor.capabilities().settlingTime());
    assertThat(processor.takeNotices()).hasSize(1);
    assertThat(processor.takeNotices()).isEmpty();
  }
}
