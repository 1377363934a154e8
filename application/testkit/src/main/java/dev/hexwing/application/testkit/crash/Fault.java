package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import io.vavr.control.Option;

/** What the explorer does to one step of a run. */
public enum Fault {
  /** The node dies: nothing of it goes on, and what its open transactions wrote is gone. */
  NODE_DIES,
  /** The store cannot be reached; nothing was done. */
  STORE_AWAY,
  /** The connection breaks during a commit that was kept; nobody knows. */
  COMMIT_KEPT,
  /** The connection breaks during a commit that was not kept; nobody knows. */
  COMMIT_LOST,
  /** See {@link Fate#NOT_SENT}. */
  NOT_SENT,
  /** See {@link Fate#REQUEST_LOST}. */
  REQUEST_LOST,
  /** See {@link Fate#ANSWER_LOST}. */
  ANSWER_LOST,
  /** See {@link Fate#ADAPTER_FAILS}. */
  ADAPTER_FAILS,
  /** See {@link Fate#DECLINED}. */
  DECLINED,
  /** See {@link Fate#ERROR_BEFORE}. */
  ERROR_BEFORE,
  /** See {@link Fate#ERROR_DURING}. */
  ERROR_DURING,
  /** See {@link Fate#ERROR_AFTER}. */
  ERROR_AFTER,
  /** See {@link Fate#LATE}. */
  LATE;

  /** The fate of a request that this is; none if it is no fault of the processor's. */
  Option<Fate> fate() {
    return switch (this) {
      case NODE_DIES, STORE_AWAY, COMMIT_KEPT, COMMIT_LOST -> Option.none();
      case NOT_SENT -> Option.some(Fate.NOT_SENT);
      case REQUEST_LOST -> Option.some(Fate.REQUEST_LOST);
      case ANSWER_LOST -> Option.some(Fate.ANSWER_LOST);
      case ADAPTER_FAILS -> Option.some(Fate.ADAPTER_FAILS);
      case DECLINED -> Option.some(Fate.DECLINED);
      case ERROR_BEFORE -> Option.some(Fate.ERROR_BEFORE);
      case ERROR_DURING -> Option.some(Fate.ERROR_DURING);
      case ERROR_AFTER -> Option.some(Fate.ERROR_AFTER);
      case LATE -> Option.some(Fate.LATE);
    };
  }
}
