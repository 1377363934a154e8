package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What one command did to an aggregate.
 *
 * @param command what was asked
 * @param before the state before it
 * @param answer what the aggregate said
 * @param after the state after it
 * @param <C> the commands of the aggregate
 * @param <S> its snapshot
 */
public record Step<C, S>(C command, S before, Either<? extends DomainError, ?> answer, S after) {

  /** The code of the refusal; none if the command was carried out. */
  public Option<String> refusalCode() {
    return answer.isLeft() ? Option.some(answer.getLeft().code()) : Option.none();
  }

  /** Whether the aggregate said no. */
  public boolean refused() {
    return answer.isLeft();
  }
}
