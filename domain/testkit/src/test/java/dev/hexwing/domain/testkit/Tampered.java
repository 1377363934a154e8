package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A wrong twin of an aggregate: the aggregate itself, with its memory tampered with. */
final class Tampered<C, S, E extends DomainEvent> implements Subject<C, S, E> {

  /** What is wrong with a twin; as it stands, nothing. */
  static class Lie<C, S, E extends DomainEvent> {

    /** What the twin takes its state for when a command comes. */
    S before(S state, C command) {
      return state;
    }

    /** What the twin takes its state for after a command was answered. */
    S after(S before, C command, boolean refused, S state) {
      return state;
    }

    /** What the twin says its state is. */
    S told(S state) {
      return state;
    }

    /** What the twin tells the world. */
    List<E> events(List<E> events) {
      return events;
    }

    /** What the twin answers. */
    Either<? extends DomainError, ?> answer(
        S before, C command, Either<? extends DomainError, ?> answer) {
      return answer;
    }

    /** Changes the events of one kind. */
    static <E, T extends E> List<E> changed(
        List<E> events, Class<T> kind, UnaryOperator<T> change) {
      return events.stream()
          .<E>map(event -> kind.isInstance(event) ? change.apply(kind.cast(event)) : event)
          .toList();
    }
  }

  private final Function<S, Subject<C, S, E>> reconstitute;
  private final Lie<C, S, E> lie;
  private final List<E> pending = new ArrayList<>();
  private Subject<C, S, E> honest;

  Tampered(Subject<C, S, E> honest, Function<S, Subject<C, S, E>> reconstitute, Lie<C, S, E> lie) {
    this.honest = honest;
    this.reconstitute = reconstitute;
    this.lie = lie;
    pending.addAll(lie.events(honest.drainEvents()));
  }

  @Override
  public Either<? extends DomainError, ?> carryOut(C command) {
    S before = honest.snapshot();
    remember(lie.before(before, command));
    Either<? extends DomainError, ?> answer = honest.carryOut(command);
    pending.addAll(lie.events(honest.drainEvents()));
    if (answer.isLeft()) {
      remember(before);
    }
    remember(lie.after(before, command, answer.isLeft(), honest.snapshot()));
    return lie.answer(before, command, answer);
  }

  private void remember(S state) {
    if (!state.equals(honest.snapshot())) {
      honest = reconstitute.apply(state);
    }
  }

  @Override
  public S snapshot() {
    return lie.told(honest.snapshot());
  }

  @Override
  public List<E> drainEvents() {
    List<E> drained = List.copyOf(pending);
    pending.clear();
    return drained;
  }

  @Override
  public void storeAndReadAnew() {
    honest = reconstitute.apply(honest.snapshot());
  }
}
