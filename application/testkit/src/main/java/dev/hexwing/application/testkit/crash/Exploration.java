package dev.hexwing.application.testkit.crash;

import java.time.Duration;
import java.util.SplittableRandom;

/** One run from its beginning to the auditor's word. */
abstract class Exploration implements AutoCloseable {

  private static final Duration A_WHILE = Duration.ofSeconds(70);

  private final UseCase useCase;
  private final Turns turns;
  private final Run run;
  private final Shop.Desk desk = new Shop.Desk();
  private long steps;

  Exploration(Setup setup, UseCase useCase, Turns turns) {
    this.useCase = useCase;
    this.turns = turns;
    this.run = new Run(setup, turns);
  }

  /** What was before, with nothing going wrong. */
  final void begin() {
    turns.alone("before");
    Shop shop = shop(0, new SplittableRandom(0));
    useCase.before().forEach(act -> act.at(shop));
    count();
  }

  final Shop shop(int seat, SplittableRandom dice) {
    return new Shop(run, desk, seat, dice);
  }

  final UseCase useCase() {
    return useCase;
  }

  final Turns turns() {
    return turns;
  }

  final Run run() {
    return run;
  }

  final void count() {
    steps += run.steps().number();
  }

  final long steps() {
    return steps;
  }

  /** Starts anew, has everything settle and everybody ask again, and calls the auditor. */
  final void end(Patience patience) {
    count();
    turns.alone("afterwards");
    Node node = run.restart();
    if (patience == Patience.ASKS_AT_ONCE) {
      askAgain();
    }
    for (int round = 0; round < 2; round++) {
      run.settle(node, A_WHILE);
      askAgain();
    }
    count();
    Auditor.audit(run, desk.orderId().get());
  }

  private void askAgain() {
    Shop shop = shop(0, new SplittableRandom(0));
    useCase.customers().values().forEach(act -> act.at(shop));
  }

  /** Does it, and has what goes wrong tell its story. */
  final void explained(String where, String again, Runnable work) {
    try {
      work.run();
    } catch (AssertionError | RuntimeException | NodeDied broken) {
      throw new Violation(
          "%s, %s: %s%n%s%nto have it again: %s"
              .formatted(useCase, where, broken.getMessage(), run.steps().story(), again),
          broken);
    }
  }

  @Override
  public final void close() {
    run.close();
  }
}
