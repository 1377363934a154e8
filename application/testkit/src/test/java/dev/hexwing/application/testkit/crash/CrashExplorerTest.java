package dev.hexwing.application.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.testkit.InMemoryFixture;
import dev.hexwing.application.testkit.ProcessorFamily;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise holds wherever one thing goes wrong, and in every order of several. */
class CrashExplorerTest {

  private static final Duration LAG = Duration.ofSeconds(3);
  private static final long SEED = Long.getLong("hexwing.explorer.seed", 1);
  private static final int TIMES = Integer.getInteger("hexwing.explorer.times", 1_200);

  private static CrashExplorer at(ProcessorFamily family) {
    return CrashExplorer.of(InMemoryFixture::new).asking(family, LAG).mingling();
  }

  @Nested
  class One_thing_goes_wrong_at_each_step_of {

    @ParameterizedTest
    @EnumSource(ProcessorFamily.class)
    void one_payment(ProcessorFamily family) {
      assertThat(at(family).explore(UseCase.payment()).points()).isGreaterThanOrEqualTo(17);
    }

    @ParameterizedTest
    @EnumSource(ProcessorFamily.class)
    void one_refund(ProcessorFamily family) {
      assertThat(at(family).explore(UseCase.refund()).points()).isGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @EnumSource(ProcessorFamily.class)
    void one_cancellation(ProcessorFamily family) {
      assertThat(at(family).explore(UseCase.cancellation()).points()).isGreaterThanOrEqualTo(49);
    }

    @ParameterizedTest
    @EnumSource(ProcessorFamily.class)
    void one_dispatch(ProcessorFamily family) {
      assertThat(at(family).explore(UseCase.dispatch()).points()).isGreaterThanOrEqualTo(40);
    }
  }

  @Nested
  class Several_things_go_on_side_by_side {

    static Stream<UseCase> pairs() {
      return UseCase.pairs().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void at_a_processor_that_replays_everything(UseCase pair) {
      Explored explored = at(ProcessorFamily.REPLAYS_EVERYTHING).interleave(pair, SEED, TIMES);
      assertThat(explored.points()).isEqualTo(TIMES);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void at_a_processor_that_stores_successes(UseCase pair) {
      at(ProcessorFamily.STORES_SUCCESSES).interleave(pair, SEED, TIMES / 4);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void at_a_processor_without_look_ups(UseCase pair) {
      at(ProcessorFamily.NO_LOOK_UP).interleave(pair, SEED, TIMES / 4);
    }

    /** Without keys, nothing stops a request that leaves after its lease has run out. */
    static Stream<UseCase> pairsWithinTheLease() {
      return pairs().filter(pair -> !pair.toString().equals(UseCase.payTooLate().toString()));
    }

    @ParameterizedTest
    @MethodSource("pairsWithinTheLease")
    void at_a_processor_without_keys(UseCase pair) {
      at(ProcessorFamily.NO_KEYS).interleave(pair, SEED, TIMES / 4);
    }
  }

  @Test
  void a_charge_that_comes_after_it_was_given_up_is_found_and_given_back_without_any_notice() {
    CrashExplorer.of(InMemoryFixture::new)
        .asking(
            clock -> new Silent(new ScriptedProcessor(ProcessorFamily.REPLAYS_EVERYTHING, clock)))
        .mingling()
        .withAtMost(0)
        .interleave(UseCase.payTooLate(), SEED, TIMES);
  }

  /** A processor whose notices never arrive. */
  private record Silent(ScriptedProcessor real) implements ProcessorFixture {

    @Override
    public PaymentProcessor processor() {
      return real;
    }

    @Override
    public List<Movement> movements() {
      return real.movements();
    }

    @Override
    public List<ProcessorNotice> takeNotices() {
      return List.of();
    }

    @Override
    public Set<Fate> fates() {
      return real.fates();
    }

    @Override
    public void nextRequest(Fate fate) {
      real.nextRequest(fate);
    }

    @Override
    public boolean canBeSettledAfter(Fate fate) {
      return real.canBeSettledAfter(fate);
    }
  }
}
