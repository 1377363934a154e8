package dev.hexwing.domain.shared;

import io.vavr.control.Option;

/**
 * A business refusal: the answer of a rule, not a failure of the machine.
 *
 * <p>Refusals are values, handed back on the left of an {@code Either}; a refused command leaves
 * its aggregate as it was. Each context has a sealed family of refusals, so that a {@code switch}
 * over them is checked by the compiler. Implementations are immutable records and safe for use by
 * any number of threads.
 *
 * <pre>{@code
 * order.cancel(reason, occasion).fold(refusal -> refusal.code(), event -> "cancelled");
 * }</pre>
 */
public interface DomainError {

  /** What sort of answer a refusal is, whatever its context. */
  enum Kind {
    /** The input breaks a rule by itself; asking again with the same input is pointless. */
    INVALID,
    /** Something that the command names does not exist. */
    NOT_FOUND,
    /** The command does not fit the state of things as they are now. */
    CONFLICT,
    /** The rule was asked and said no. */
    REFUSED,
    /** Nothing was done because something needed is away; asking again later may work. */
    UNAVAILABLE
  }

  /** The stable name of the refusal, context first, such as {@code drone.battery-too-low}. */
  String code();

  /** What sort of answer this is. */
  Kind kind();

  /** One sentence for a person, with the facts in it and no secret. */
  String message();

  /** The input field at fault, where one can be named, in the words of the command. */
  default Option<String> field() {
    return Option.none();
  }
}
