package dev.hexwing.application.testkit.crash;

import java.util.List;
import java.util.stream.Stream;

/** One step of a node past a driven port. */
record Step(int number, String actor, String node, Kind kind, String what) {

  /** What kind of step it is, and so what may go wrong there. */
  enum Kind {
    BEFORE_READ,
    WITHIN_READ,
    BEFORE_TRANSACTION,
    WITHIN_TRANSACTION,
    BEFORE_COMMIT,
    BEFORE_ASKING,
    BEFORE,
    AFTER
  }

  /** What may go wrong at a step of this kind, with a processor that knows these fates. */
  static List<Fault> faults(Kind kind, List<Fault> fates) {
    return switch (kind) {
      case BEFORE_READ, BEFORE_TRANSACTION -> List.of(Fault.NODE_DIES, Fault.STORE_AWAY);
      case BEFORE_COMMIT -> List.of(Fault.NODE_DIES, Fault.COMMIT_KEPT, Fault.COMMIT_LOST);
      case BEFORE_ASKING -> Stream.concat(Stream.of(Fault.NODE_DIES), fates.stream()).toList();
      case WITHIN_READ, WITHIN_TRANSACTION, BEFORE, AFTER -> List.of(Fault.NODE_DIES);
    };
  }

  @Override
  public String toString() {
    return "%4d  %-10s on %s  %s".formatted(number, actor, node, text());
  }

  private String text() {
    return switch (kind) {
      case BEFORE_READ -> "reads";
      case BEFORE_TRANSACTION -> "begins";
      case WITHIN_READ, WITHIN_TRANSACTION -> "  uses " + what;
      case BEFORE_COMMIT -> "commits";
      case BEFORE_ASKING, BEFORE -> what;
      case AFTER -> what + ": done";
    };
  }
}
