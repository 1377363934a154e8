package dev.hexwing.architecture.baseline;

import java.util.Comparator;
import java.util.Objects;

/**
 * One finding that a team has agreed to live with: a rule, the class it was found in and what that
 * class reaches for. Neither line nor count belongs to it, so that it survives edits of the source.
 *
 * <p>As text it is one line: {@code HEX-001 com.shop.Order -> com.shop.web.OrderController},
 * without the arrow when the finding has no target.
 *
 * @param rule the rule's id
 * @param origin the class that was judged
 * @param target what it reaches for; empty if the finding is about the class alone
 */
public record BaselineEntry(String rule, String origin, String target)
    implements Comparable<BaselineEntry> {

  private static final String ARROW = " -> ";
  private static final Comparator<BaselineEntry> ORDER =
      Comparator.comparing(BaselineEntry::rule)
          .thenComparing(BaselineEntry::origin)
          .thenComparing(BaselineEntry::target);

  /** Checks that the entry can be written as one line and read again. */
  public BaselineEntry {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(target, "target");
    if (rule.isBlank() || rule.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("rule must be one word, but is <" + rule + ">");
    }
    if (origin.isBlank() || origin.contains(ARROW) || origin.lines().count() != 1) {
      throw new IllegalArgumentException("origin must be one name, but is <" + origin + ">");
    }
    if (target.lines().count() > 1) {
      throw new IllegalArgumentException("target must be one line, but is <" + target + ">");
    }
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no entry
   */
  static BaselineEntry parse(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("expected: RULE origin -> target");
    }
    String rest = line.substring(space + 1).strip();
    int arrow = rest.indexOf(ARROW);
    return arrow < 0
        ? new BaselineEntry(line.substring(0, space), rest, "")
        : new BaselineEntry(
            line.substring(0, space),
            rest.substring(0, arrow).strip(),
            rest.substring(arrow + ARROW.length()).strip());
  }

  /** The entry as one line, without line end. */
  @Override
  public String toString() {
    return rule + " " + origin + (target.isEmpty() ? "" : ARROW + target);
  }

  @Override
  public int compareTo(BaselineEntry other) {
    return ORDER.compare(this, other);
  }
}
