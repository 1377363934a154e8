package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;

/**
 * Predicts what a subject answers and what becomes of it: the rules written down a second time, as
 * plainly as can be.
 *
 * <p>One model accompanies one life, from its beginning. Not safe for use by several threads.
 *
 * @param <C> the commands
 * @param <S> the snapshot
 */
public interface Model<C, S> {

  /** Takes the next command; the code of the refusal that it must meet, none if it is taken. */
  Option<String> refusal(C command);

  /** What of a state differs from what must be by now; none if nothing does. */
  Option<String> difference(S state);

  /**
   * Accompanies a life from its beginning to its end.
   *
   * @throws AssertionError at the first step that was answered otherwise, or led elsewhere
   */
  default <E extends DomainEvent> void accompany(Life<C, S, E> life) {
    for (Step<C, S> step : life.steps()) {
      Option<String> expected = refusal(step.command());
      if (!step.refusalCode().equals(expected)) {
        throw new AssertionError(
            step.command()
                + " should be "
                + expected.getOrElse("taken")
                + " but was "
                + step.refusalCode().getOrElse("taken")
                + " by "
                + step.before());
      }
      Option<String> difference = difference(step.after());
      if (difference.isDefined()) {
        throw new AssertionError(
            step.command() + " led elsewhere: " + difference.get() + " in " + step.after());
      }
    }
  }
}
