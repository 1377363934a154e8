package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What every aggregate has in common, whatever its context. */
final class Rules {

  private Rules() {}

  /** Broken if so, with what was found. */
  static Option<String> brokenIf(boolean broken, Object found) {
    return broken ? Option.some(String.valueOf(found)) : Option.none();
  }

  /** The first thing found, if any was. */
  static Option<String> first(Iterable<Option<String>> found) {
    for (Option<String> one : found) {
      if (one.isDefined()) {
        return one;
      }
    }
    return Option.none();
  }

  /** The first of some things that breaks a rule. */
  static <T> Option<String> none(List<T> things, Function<T, Option<String>> violation) {
    return first(things.stream().map(violation).toList());
  }

  /** Whatever changes makes the next version, and a refused command changes nothing. */
  static <C, S, E extends DomainEvent> Option<String> refusalsChangeNothing(
      Story<C, S, E> story, Function<S, Version> version) {
    return none(
        story.steps(),
        step -> {
          boolean same = step.after().equals(step.before());
          long more = version.apply(step.after()).value() - version.apply(step.before()).value();
          return brokenIf(!same && (step.refused() || more != 1), step);
        });
  }

  /** Events are of one aggregate, each newer than the one before, none newer than the state. */
  static <C, S, E extends DomainEvent> Option<String> eventsFollowOneAnother(
      Story<C, S, E> story, Object aggregateId, Version now) {
    long last = 0;
    for (E event : story.history()) {
      long version = event.version().value();
      if (version <= last
          || version > now.value()
          || !event.aggregateId().equals(aggregateId.toString())) {
        return Option.some(event + " after version " + last);
      }
      last = version;
    }
    return brokenIf(last == 0, "no event at all");
  }

  /** Only these changes of status, written {@code FROM to TO}. */
  static <C, S, E extends DomainEvent> Option<String> onlyThese(
      Story<C, S, E> story, Function<S, Enum<?>> status, Set<String> allowed) {
    return none(
        story.steps(),
        step -> {
          Enum<?> from = status.apply(step.before());
          Enum<?> to = status.apply(step.after());
          String change = from + " to " + to;
          return brokenIf(!from.equals(to) && !allowed.contains(change), change);
        });
  }
}
