package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which statuses and refusals some lives came to, so that a test knows what it did not try.
 *
 * <pre>{@code
 * reached.note(life, OrderSnapshot::status);
 * assertThat(reached.missing(OrderStatus.class, OrderRefusal.class)).isEmpty();
 * System.out.println(reached); // a table
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class Reached {

  private final Map<String, Integer> counts = new TreeMap<>();

  /** Nothing yet. */
  public Reached() {}

  /** Counts the statuses after, and the refusals of, every command of a life. */
  public <C, S, E extends DomainEvent> void note(
      Life<C, S, E> life, Function<S, ? extends Enum<?>> status) {
    for (Step<C, S> step : life.steps()) {
      count(nameOf(status.apply(step.before())));
      if (step.refused()) {
        note(step.answer().getLeft());
      }
    }
    count(nameOf(status.apply(life.snapshot())));
  }

  /** Counts a refusal that came before there was a life, when something was not even begun. */
  public void note(DomainError refusal) {
    count(nameOf(refusal.getClass()));
  }

  /** Every status and every refusal of a family that never came. */
  public List<String> missing(
      Class<? extends Enum<?>> statuses, Class<? extends DomainError> refusals) {
    return Stream.concat(
            Stream.of(statuses.getEnumConstants()).map(Reached::nameOf),
            leaves(refusals).map(Reached::nameOf))
        .filter(name -> !counts.containsKey(name))
        .toList();
  }

  private void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  private static String nameOf(Enum<?> status) {
    return status.getDeclaringClass().getSimpleName() + "." + status.name();
  }

  private static String nameOf(Class<?> refusal) {
    Class<?> family = refusal.getEnclosingClass();
    return (family == null ? "" : family.getSimpleName() + ".") + refusal.getSimpleName();
  }

  private static Stream<Class<?>> leaves(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses()).flatMap(Reached::leaves)
        : Stream.of(family);
  }

  /** A line for each, with how often it came. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    counts.forEach((name, count) -> table.append("%8d  %s%n".formatted(count, name)));
    return table.toString();
  }
}
