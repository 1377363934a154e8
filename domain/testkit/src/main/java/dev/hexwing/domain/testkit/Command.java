package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;

/**
 * A command with all that it needs, as a value: it can be generated, printed and shrunk.
 *
 * @param <A> the aggregate that it is for
 */
public interface Command<A> {

  /** Gives the command to an aggregate, and hands back its answer. */
  Either<? extends DomainError, ?> carryOut(A aggregate);
}
