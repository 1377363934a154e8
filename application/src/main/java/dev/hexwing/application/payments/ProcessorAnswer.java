package dev.hexwing.application.payments;

import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.ProcessorReference;

/** What is known after the processor was asked. */
public sealed interface ProcessorAnswer {

  /** An answer that will never change. */
  sealed interface Settled extends ProcessorAnswer {}

  /**
   * Money moved.
   *
   * @param reference the processor's name of it
   */
  record Approved(ProcessorReference reference) implements Settled {}

  /**
   * No money moved, and none will for this request.
   *
   * @param reason why
   */
  record Declined(DeclineReason reason) implements Settled {}

  /**
   * The request certainly never took effect: circuit open, connection refused, bulkhead full, or
   * turned away unread.
   *
   * @param why for a log
   */
  record NotSent(String why) implements ProcessorAnswer {}

  /**
   * Money may have moved: time-out, reset, 5xx, unreadable answer.
   *
   * @param why for a log
   */
  record Unknown(String why) implements ProcessorAnswer {}
}
