package dev.hexwing.domain.testkit;

import io.vavr.control.Option;
import java.util.List;

/**
 * A rule that always holds, as a check on what your code did or stored.
 *
 * <p>Each context has an enum of its own; a test of yours says which one was broken and how:
 *
 * <pre>{@code
 * PaymentInvariant.SUM_OF_REFUNDS_NEVER_EXCEEDS_AMOUNT.check(
 *     Story.ofStored(payments.find(id).get().snapshot(), payments.history(id)));
 * Invariant.checkAll(OrderInvariant.values(), life.story());
 * }</pre>
 *
 * <p>Stateless, and safe for use by any number of threads.
 *
 * @param <T> what is looked at
 */
public interface Invariant<T> {

  /** The name of the rule. */
  String name();

  /** The rule in a sentence. */
  String rule();

  /** What breaks the rule; none if it holds. */
  Option<String> violation(T subject);

  /**
   * Holds the rule against something.
   *
   * @throws AssertionError if it is broken; the message names the rule and what breaks it
   */
  default void check(T subject) {
    Option<String> violation = violation(subject);
    if (violation.isDefined()) {
      throw new AssertionError(
          name() + " is broken: " + rule() + ". Found: " + violation.get() + ". In: " + subject);
    }
  }

  /**
   * Holds many rules against something, in their order.
   *
   * @throws AssertionError at the first that is broken
   */
  static <T> void checkAll(Invariant<T>[] rules, T subject) {
    List.of(rules).forEach(rule -> rule.check(subject));
  }
}
