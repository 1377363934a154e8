package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;

/**
 * The life of one aggregate: every command it was given, what came of each, and its events.
 *
 * <p>Between two commands the aggregate may be stored and read again, as a real one is. Not safe
 * for use by several threads.
 *
 * @param <A> the aggregate
 * @param <C> its commands
 * @param <S> its snapshot
 * @param <E> its events
 */
public final class Life<A, C extends Command<A>, S, E extends DomainEvent> {

  /**
   * How an aggregate is looked at, stored and read.
   *
   * @param snapshot its state now
   * @param drain its events since the last time
   * @param reread the aggregate anew, from its state and all of its events
   */
  record Store<A, S, E>(
      Function<A, S> snapshot, Function<A, List<E>> drain, Reread<A, S, E> reread) {}

  /** Reads an aggregate anew. */
  interface Reread<A, S, E> {
    A from(S snapshot, List<E> history);
  }

  private final Store<A, S, E> store;
  private final List<Step<C, S>> steps = new ArrayList<>();
  private final List<E> history = new ArrayList<>();
  private A aggregate;

  Life(A aggregate, Store<A, S, E> store) {
    this.aggregate = aggregate;
    this.store = store;
    history.addAll(store.drain().apply(aggregate));
  }

  /** Gives the aggregate a command. */
  public Step<C, S> carryOut(C command) {
    S before = snapshot();
    Either<? extends DomainError, ?> answer = command.carryOut(aggregate);
    Step<C, S> step = new Step<>(command, before, answer, snapshot());
    steps.add(step);
    history.addAll(store.drain().apply(aggregate));
    return step;
  }

  /** Stores the aggregate and reads it anew. */
  public void reread() {
    aggregate = store.reread().from(snapshot(), history());
  }

  /** The aggregate as it is now. */
  public A aggregate() {
    return aggregate;
  }

  /** Its state now. */
  public S snapshot() {
    return store.snapshot().apply(aggregate);
  }

  /** Every command so far and what came of it, oldest first. */
  public List<Step<C, S>> steps() {
    return List.copyOf(steps);
  }

  /** The last command and what came of it. */
  public Step<C, S> lastStep() {
    return steps.get(steps.size() - 1);
  }

  /** Every event so far, oldest first. */
  public List<E> history() {
    return List.copyOf(history);
  }

  /** An action of a chain: any of some commands. */
  static <A, C extends Command<A>, S, E extends DomainEvent> Action<Life<A, C, S, E>> any(
      Arbitrary<? extends C> commands) {
    return action(
        commands.map(
            command -> Transformer.mutate(command.toString(), life -> life.carryOut(command))));
  }

  /** An action of a chain: store and read anew. */
  static <A, C extends Command<A>, S, E extends DomainEvent> Action<Life<A, C, S, E>> rereading() {
    return action(Arbitraries.just(Transformer.mutate("store and read anew", Life::reread)));
  }

  private static <T> Action<T> action(Arbitrary<Transformer<T>> transformers) {
    return new Action.Independent<>() {
      @Override
      public Arbitrary<Transformer<T>> transformer() {
        return transformers;
      }
    };
  }

  @Override
  public String toString() {
    return snapshot() + " after " + steps.size() + " commands";
  }
}
