package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;

/**
 * The life of one subject: every command it was given, what came of each, and its events.
 *
 * <p>Between two commands it may be stored and read again, as a real one is. Not safe for use by
 * several threads.
 *
 * @param <C> its commands
 * @param <S> its snapshot
 * @param <E> its events
 */
public final class Life<C, S, E extends DomainEvent> {

  private final Subject<C, S, E> subject;
  private final List<Step<C, S>> steps = new ArrayList<>();
  private final List<E> history = new ArrayList<>();

  /** The beginning of a life: the subject exists, and no command was given yet. */
  public Life(Subject<C, S, E> subject) {
    this.subject = subject;
    history.addAll(subject.drainEvents());
  }

  /** Gives the subject a command. */
  public Step<C, S> carryOut(C command) {
    S before = snapshot();
    Either<? extends DomainError, ?> answer = subject.carryOut(command);
    Step<C, S> step = new Step<>(command, before, answer, snapshot());
    steps.add(step);
    history.addAll(subject.drainEvents());
    return step;
  }

  /**
   * Stores the subject and reads it anew.
   *
   * @throws AssertionError if what was read is not what was stored
   */
  public void reread() {
    S stored = snapshot();
    subject.storeAndReadAnew();
    S read = snapshot();
    if (!read.equals(stored)) {
      throw new AssertionError("stored " + stored + " but read " + read);
    }
  }

  /** Its state now. */
  public S snapshot() {
    return subject.snapshot();
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

  /** All of it, as invariants look at it. */
  public Story<C, S, E> story() {
    return new Story<>(steps, snapshot(), history);
  }

  /** An action of a chain: any of some commands. */
  static <C, S, E extends DomainEvent> Action<Life<C, S, E>> any(Arbitrary<? extends C> commands) {
    return action(
        commands.map(
            command -> Transformer.mutate(command.toString(), life -> life.carryOut(command))));
  }

  /** An action of a chain: store and read anew. */
  static <C, S, E extends DomainEvent> Action<Life<C, S, E>> rereading() {
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
