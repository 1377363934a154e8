package dev.hexwing.application.testkit.crash;

import io.vavr.control.Option;
import java.util.List;
import java.util.SplittableRandom;

/** Decides what goes wrong at which step. */
@FunctionalInterface
interface Plan {

  /** Nothing goes wrong. */
  Plan CALM = (number, possible) -> Option.none();

  /** What goes wrong at a step, of what can. */
  Option<Fault> at(int number, List<Fault> possible);

  /** One fault at one step. */
  static Plan only(CrashPoint point) {
    return (number, possible) ->
        Option.when(number == point.step() && possible.contains(point.fault()), point.fault());
  }

  /** Faults here and there, as the seed has it, up to so many. */
  static Plan scattered(SplittableRandom dice, int most) {
    int[] left = {most};
    return (number, possible) -> {
      if (left[0] == 0 || dice.nextInt(30) > 0) {
        return Option.none();
      }
      left[0]--;
      return Option.some(possible.get(dice.nextInt(possible.size())));
    };
  }
}
