package dev.hexwing.application.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.StoreFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every store must stand: the node's death, and a broken connection, at each step of a use
 * case; extend it with the store that is to stand it.
 *
 * <p>Each run opens a store, some hundred in all, so opening should be quick: an emptied database
 * rather than a new one.
 */
public abstract class CrashSuite {

  private static final int SEED = 1;

  /** Opens an empty store; called before each run and closed after it. */
  protected abstract StoreFixture open();

  /** The use cases in which one thing goes wrong at each step. */
  protected List<UseCase> useCases() {
    return List.of(UseCase.payment(), UseCase.refund(), UseCase.cancellation(), UseCase.dispatch());
  }

  /** How many orders of each pair of use cases are tried, at least 1. */
  protected int interleavings() {
    return 10;
  }

  private CrashExplorer explorer() {
    return CrashExplorer.of(this::open);
  }

  @Test
  void one_thing_that_goes_wrong_at_any_step_breaks_no_promise() {
    assertThat(useCases()).isNotEmpty();
    for (UseCase useCase : useCases()) {
      assertThat(explorer().explore(useCase).points()).isGreaterThan(10);
    }
  }

  @Test
  void two_at_a_time_come_to_the_same_in_any_order() {
    for (UseCase pair : UseCase.pairs()) {
      assertThat(explorer().interleave(pair, SEED, interleavings()).runs())
          .isEqualTo(interleavings())
          .isPositive();
    }
  }
}
