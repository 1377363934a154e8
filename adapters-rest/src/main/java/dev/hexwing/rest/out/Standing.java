package dev.hexwing.rest.out;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.ProcessorAnswer;

/** How one of Stripe's objects stands, whether it came as an answer or was looked up. */
sealed interface Standing {

  /**
   * It will not change any more.
   *
   * @param answer how it ended
   */
  record Settled(ProcessorAnswer.Settled answer) implements Standing {}

  /**
   * It may still go either way.
   *
   * @param status Stripe's word for where it is
   */
  record Open(String status) implements Standing {}

  /**
   * It could not be read.
   *
   * @param why for a log
   */
  record Unreadable(String why) implements Standing {}

  /** The standing as an answer to a request. */
  default ProcessorAnswer asAnswer() {
    return switch (this) {
      case Settled settled -> settled.answer();
      case Open open -> new ProcessorAnswer.Unknown("it is " + open.status());
      case Unreadable unreadable -> new ProcessorAnswer.Unknown(unreadable.why());
    };
  }

  /** The standing as the result of a look-up. */
  default LookUp asLookUp() {
    return switch (this) {
      case Settled settled -> new LookUp.Found(settled.answer());
      case Open open -> new LookUp.Pending();
      case Unreadable unreadable -> new LookUp.Unanswered(unreadable.why());
    };
  }
}
