package dev.hexwing.architecture;

import java.util.Comparator;
import java.util.Objects;

/**
 * One fact that a rule does not allow: this class, that target, this rule.
 *
 * <p>However often the bytecode repeats a fact, it is one finding with a count. Rule, origin and
 * target together are unique within a report and stay the same when lines move. Findings sort by
 * rule, origin and target. Immutable and safe for use by any number of threads.
 *
 * @param rule the rule's id, such as {@code HEX-01}
 * @param severity how bad it is
 * @param origin the full name of the class that does it, or of a package, or {@code (layout)} if
 *     the layout itself is at fault
 * @param target the full name of the class it is done to, or a member of the origin, such as {@code
 *     field total}; empty if the origin as a whole is meant
 * @param message what is wrong, in one sentence
 * @param count how many facts of the bytecode say so, at least 1
 * @param place the first of them
 */
public record Finding(
    String rule,
    Severity severity,
    String origin,
    String target,
    String message,
    int count,
    SourcePlace place)
    implements Comparable<Finding> {

  /** What stands for an origin when the layout itself is at fault. */
  public static final String LAYOUT = "(layout)";

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::rule)
          .thenComparing(Finding::origin)
          .thenComparing(Finding::target)
          .thenComparing(Finding::message);

  /**
   * Checks what it is given.
   *
   * @throws IllegalArgumentException if the count is not positive
   */
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(place, "place");
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, but is " + count);
    }
  }

  Finding with(Severity other) {
    return new Finding(rule, other, origin, target, message, count, place);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
