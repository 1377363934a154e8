package dev.hexwing.application.payments;

/** What looking something up at the processor told. */
public sealed interface LookUp {

  /**
   * It is there and settled.
   *
   * @param answer how it ended
   */
  record Found(ProcessorAnswer.Settled answer) implements LookUp {}

  /** It is there, and the processor has not made up its mind. */
  record Pending() implements LookUp {}

  /** It is not there; within the processor's settling time that proves nothing. */
  record Absent() implements LookUp {}

  /**
   * The question was not answered.
   *
   * @param why for a log
   */
  record Unanswered(String why) implements LookUp {}
}
