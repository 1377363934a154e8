package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Either;
import java.util.List;

/**
 * Something that takes the commands of one aggregate: the aggregate itself, or your handler over
 * your repository.
 *
 * <p>Hand one to the {@code lives} of its context, and your own code lives through every state and
 * refusal there is, checked by the same invariants as the domain:
 *
 * <pre>{@code
 * OrderLives.lives(placement -> new MyOrders(placement)).map(ActionChain::run)
 * }</pre>
 *
 * <p>Used by one thread.
 *
 * @param <C> its commands
 * @param <S> its snapshot
 * @param <E> its events
 */
public interface Subject<C, S, E extends DomainEvent> {

  /** Carries a command out, and hands back the answer: a refusal, or anything else. */
  Either<? extends DomainError, ?> carryOut(C command);

  /** All of its state now. */
  S snapshot();

  /** The events since the last time, oldest first; each is handed over once. */
  List<E> drainEvents();

  /** Stores all that is kept, forgets everything else, and reads it again. */
  void storeAndReadAnew();
}
