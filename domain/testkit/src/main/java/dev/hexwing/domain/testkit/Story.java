package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;

/**
 * What is known of one aggregate, for invariants to look at: a whole life, or only what a store
 * holds.
 *
 * @param steps the commands it was given and what came of them, oldest first; may be empty
 * @param now its state now
 * @param history every event so far, oldest first
 * @param <C> its commands
 * @param <S> its snapshot
 * @param <E> its events
 */
public record Story<C, S, E extends DomainEvent>(List<Step<C, S>> steps, S now, List<E> history) {

  /** Keeps its own copies of the lists. */
  public Story {
    steps = List.copyOf(steps);
    history = List.copyOf(history);
  }

  /** What a store tells: state and events, without the commands that led there. */
  public static <C, S, E extends DomainEvent> Story<C, S, E> ofStored(S now, List<E> history) {
    return new Story<>(List.of(), now, history);
  }

  /** The events of one kind, oldest first. */
  <T extends E> List<T> only(Class<T> kind) {
    return history.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
