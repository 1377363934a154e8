package dev.hexwing.application.testkit.crash;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Numbers the steps of a run, hands the turn over at each, and does what the plan says. */
final class Steps {

  private static final int MOST = 20_000;

  private final List<Object> trace = new ArrayList<>();
  private final List<Fault> happened = new ArrayList<>();
  private final Turns turns;
  private final List<Fault> fates;
  private final boolean transactionsMingle;
  private Plan plan = Plan.CALM;
  private int number;

  Steps(Turns turns, List<Fault> fates, boolean transactionsMingle) {
    this.turns = turns;
    this.fates = fates;
    this.transactionsMingle = transactionsMingle;
  }

  /** Follows a plan from now on, counting from one. */
  void follow(Plan next) {
    plan = next;
    number = 0;
  }

  /** How many steps there were since the plan is followed. */
  int number() {
    return number;
  }

  /** Writes something down between the steps. */
  void note(String what) {
    trace.add("      " + what);
  }

  /**
   * One step of a node.
   *
   * @return what is to go wrong, beside the node's death
   */
  Option<Fault> pass(Node node, Step.Kind kind, String what) {
    node.mustLive();
    if (transactionsMingle || !within(kind)) {
      turns.handOver();
      node.mustLive();
    }
    number++;
    if (number > MOST) {
      throw new IllegalStateException("steps without end");
    }
    Step step = new Step(number, turns.actor(), node.name(), kind, what);
    trace.add(step);
    Option<Fault> fault = plan.at(number, Step.faults(kind, fates));
    fault.forEach(
        it -> {
          happened.add(it);
          note("** " + it);
        });
    if (fault.contains(Fault.NODE_DIES)) {
      node.die();
    }
    return fault;
  }

  private static boolean within(Step.Kind kind) {
    return kind == Step.Kind.WITHIN_TRANSACTION || kind == Step.Kind.BEFORE_COMMIT;
  }

  /** What went wrong so far. */
  List<Fault> happened() {
    return happened;
  }

  /** The steps so far, one a line. */
  String story() {
    StringBuilder story = new StringBuilder();
    trace.forEach(line -> story.append(line).append('\n'));
    return story.toString();
  }
}
