package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Takes events out of whole histories, so that each could really have happened. */
final class Events {

  private Events() {}

  static <E extends DomainEvent> Arbitrary<E> anyOf(Arbitrary<List<E>> histories) {
    return histories.withoutEdgeCases().flatMap(Arbitraries::of);
  }

  static <E extends DomainEvent, T extends E> Arbitrary<T> anyOf(
      Arbitrary<List<E>> histories, Class<T> kind) {
    return histories
        .withoutEdgeCases()
        .map(history -> history.stream().filter(kind::isInstance).map(kind::cast).toList())
        .filter(found -> !found.isEmpty())
        .flatMap(Arbitraries::of);
  }
}
