package dev.hexwing.application.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.InMemoryFixture;
import dev.hexwing.application.testkit.OtherStores;
import dev.hexwing.application.testkit.ProcessorFamily;
import dev.hexwing.application.testkit.UnfencedStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each way of getting it wrong is found by the explorer, and the right way passes the same. */
class WrongTwinsTest {

  private static final int SEEDS = 1_500;

  /** A payment whose node stands still until its lease is over and another has settled it. */
  private static final UseCase OUTLIVED =
      UseCase.of(
          "a payment outlived by its lease",
          List.of(Shop::placeOrder),
          Map.of(
              "payer",
              shop -> shop.pay("k"),
              "reconciler",
              shop -> {
                shop.passTime(Duration.ofSeconds(25));
                shop.recover();
              }));

  /** A payment into which recovery looks after a second. */
  private static final UseCase LOOKED_UP_SOON =
      UseCase.of(
          "a payment looked up soon",
          List.of(Shop::placeOrder),
          Map.of(
              "payer",
              shop -> {
                shop.pay("k");
                shop.passTime(Duration.ofSeconds(1));
                shop.recover();
              }));

  private static final CrashPoint AFTER_THE_CHARGE = new CrashPoint(14, Fault.NODE_DIES);

  private static CrashExplorer explorer(ProcessorFamily family) {
    return CrashExplorer.of(InMemoryFixture::new).asking(family, Duration.ofSeconds(3)).mingling();
  }

  private static UnaryOperator<DrivenPorts> unitOfWork(UnaryOperator<UnitOfWork> twist) {
    return ports -> with(ports, twist.apply(ports.unitOfWork()), ports.processor());
  }

  private static UnaryOperator<DrivenPorts> stores(UnaryOperator<Stores> twist) {
    return unitOfWork(real -> OtherStores.in(real, twist));
  }

  private static UnaryOperator<DrivenPorts> processor(UnaryOperator<PaymentProcessor> twist) {
    return ports -> with(ports, ports.unitOfWork(), twist.apply(ports.processor()));
  }

  private static DrivenPorts with(
      DrivenPorts ports, UnitOfWork unitOfWork, PaymentProcessor processor) {
    return new DrivenPorts(
        unitOfWork,
        ports.outbox(),
        ports.broker(),
        processor,
        ports.catalog(),
        ports.figures(),
        ports.ids(),
        ports.clock());
  }

  private static void caught(
      CrashExplorer right,
      UnaryOperator<DrivenPorts> twin,
      Consumer<CrashExplorer> exploration,
      String promise) {
    exploration.accept(right);
    assertThatThrownBy(() -> exploration.accept(right.through(twin)))
        .isInstanceOf(Violation.class)
        .hasMessageMatching("(?s).*(" + promise + ").*")
        .hasMessageContaining("to have it again: ");
  }

  @Test
  void phase_three_without_the_expected_version_records_two_outcomes() {
    caught(
        explorer(ProcessorFamily.REPLAYS_EVERYTHING),
        stores(UnfencedStores::new),
        explorer -> explorer.interleave(OUTLIVED, 1, SEEDS),
        "has 2 outcomes|does not follow version");
  }

  @Test
  void release_on_an_exception_charges_again() {
    caught(
        explorer(ProcessorFamily.REPLAYS_EVERYTHING),
        processor(ReleasingProcessor::new),
        explorer -> explorer.explore(UseCase.payment()),
        "the order was charged twice");
  }

  @Test
  void a_take_over_that_runs_again_from_the_top_charges_again() {
    caught(
        explorer(ProcessorFamily.REPLAYS_EVERYTHING),
        stores(RerunningStores::new),
        explorer -> explorer.replay(UseCase.payment(), AFTER_THE_CHARGE),
        "the order was charged twice");
  }

  @Test
  void a_place_that_is_not_claimed_lets_two_keys_pay_for_one_order() {
    caught(
        explorer(ProcessorFamily.REPLAYS_EVERYTHING),
        stores(SlotlessStores::new),
        explorer -> explorer.interleave(UseCase.payAndPayOtherKey(), 1, SEEDS),
        "the order was charged twice");
  }

  @Test
  void leases_by_the_nodes_own_clock_are_taken_over_from_the_living() {
    CrashExplorer right = explorer(ProcessorFamily.NO_KEYS);
    right.interleave(UseCase.payAndRecover(), 1, SEEDS);
    CrashExplorer twin =
        CrashExplorer.of(NodeClockFixture::new)
            .asking(ProcessorFamily.NO_KEYS, Duration.ofSeconds(3))
            .mingling()
            .through(
                ports ->
                    with(
                        ports,
                        new NodeClockFixture.Judging(ports.unitOfWork(), ports.clock()),
                        ports.processor()));
    assertThatThrownBy(() -> twin.interleave(UseCase.payAndRecover(), 1, SEEDS))
        .isInstanceOf(Violation.class)
        .hasMessageMatching("(?s).*(moved money twice|was left behind|\"in progress\").*");
  }

  @Test
  void a_look_up_that_is_trusted_too_early_charges_again() {
    caught(
        explorer(ProcessorFamily.NO_KEYS),
        processor(HastyProcessor::new),
        explorer -> explorer.explore(LOOKED_UP_SOON),
        "moved money twice");
  }

  @Test
  void what_is_found_once_is_found_again() {
    CrashExplorer twin =
        explorer(ProcessorFamily.REPLAYS_EVERYTHING).through(stores(SlotlessStores::new));
    Violation first = violation(twin, 1);
    String message = String.valueOf(first.getMessage());
    long seed =
        Long.parseLong(
            message.replaceFirst(
                "(?s).*to have it again: interleave\\(useCase, (\\d+), 1\\).*", "$1"));
    assertThat(violation(twin, seed)).hasMessage(message);
  }

  private static Violation violation(CrashExplorer twin, long seed) {
    try {
      twin.interleave(UseCase.payAndPayOtherKey(), seed, SEEDS);
    } catch (Violation violation) {
      return violation;
    }
    throw new AssertionError("nothing was found");
  }
}
