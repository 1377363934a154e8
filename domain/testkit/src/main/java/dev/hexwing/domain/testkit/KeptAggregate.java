package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An aggregate of the domain, as a subject. */
final class KeptAggregate<A, C extends Command<A>, S, E extends DomainEvent>
    implements Subject<C, S, E> {

  /**
   * How an aggregate is looked at, stored and read.
   *
   * @param snapshot its state now
   * @param drain its events since the last time
   * @param reread the aggregate anew, from its state and all of its events
   */
  record Store<A, S, E>(
      Function<A, S> snapshot, Function<A, List<E>> drain, BiFunction<S, List<E>, A> reread) {}

  private final Store<A, S, E> store;
  private final List<E> history = new ArrayList<>();
  private A aggregate;

  KeptAggregate(A aggregate, Store<A, S, E> store) {
    this.aggregate = aggregate;
    this.store = store;
  }

  @Override
  public Either<? extends DomainError, ?> carryOut(C command) {
    return command.carryOut(aggregate);
  }

  @Override
  public S snapshot() {
    return store.snapshot().apply(aggregate);
  }

  @Override
  public List<E> drainEvents() {
    List<E> drained = store.drain().apply(aggregate);
    history.addAll(drained);
    return drained;
  }

  @Override
  public void storeAndReadAnew() {
    aggregate = store.reread().apply(snapshot(), List.copyOf(history));
  }
}
