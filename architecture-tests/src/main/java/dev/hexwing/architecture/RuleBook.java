package dev.hexwing.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All rules, made for one layout.
 *
 * <p>Families: {@code HEX} which room may know which, {@code PUR} purity of the domain, {@code DDD}
 * aggregates, values, events and refusals, {@code CTX} how contexts meet, {@code STY} plain style.
 * Immutable and safe for use by any number of threads.
 *
 * @param rules every rule, by family and number
 */
public record RuleBook(List<Rule> rules) {

  /** Keeps its own copy. */
  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** All rules for a layout. */
  public static RuleBook of(Layout layout) {
    List<Rule> all = new ArrayList<>();
    all.addAll(HexagonRules.of(layout));
    all.addAll(PurityRules.of(layout));
    all.addAll(AggregateRules.of(layout));
    all.addAll(EventRules.of(layout));
    all.addAll(ContextRules.of(layout));
    all.addAll(StyleRules.of(layout));
    return new RuleBook(all);
  }

  /** What there is to know of every rule, whatever the layout; sorted by id. */
  public static List<RuleDescription> descriptions() {
    return List.of();
  }

  /** The descriptions of the rules that look at a class of such a role. */
  public static List<RuleDescription> judging(RoleAssignment assignment) {
    return List.of();
  }

  /**
   * One rule by its id.
   *
   * @throws NoSuchElementException if no rule has that id
   */
  public Rule rule(String id) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no rule " + id));
  }
}
