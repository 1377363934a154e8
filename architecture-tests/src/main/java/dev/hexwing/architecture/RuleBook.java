package dev.hexwing.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All rules, made for one layout.
 *
 * <p>Families: {@code HEX} which room may know which, {@code PUR} purity of the inside, {@code DDD}
 * aggregates, values, repositories and events, {@code CTX} how contexts meet, {@code STY} plain
 * style, {@code RUL} the health of the rules themselves. Immutable and safe for use by any number
 * of threads.
 *
 * @param rules every rule that looks at classes, by family and number; those that are off included
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
    all.addAll(ValueRules.of(layout));
    all.addAll(RepositoryRules.of(layout));
    all.addAll(EventRules.of(layout));
    all.addAll(ContextRules.of(layout));
    all.addAll(StyleRules.of(layout));
    all.sort(Comparator.comparing(Rule::id));
    return new RuleBook(all);
  }

  /** What there is to know of every rule, whatever the layout; sorted by id. */
  public static List<RuleDescription> descriptions() {
    return List.copyOf(RuleTexts.all().values());
  }

  /** The descriptions of the rules that look at a class of such a role; sorted by id. */
  public static List<RuleDescription> judging(RoleAssignment assignment) {
    return descriptions().stream().filter(one -> Concerns.concerns(one.id(), assignment)).toList();
  }

  /** The rules that the layout leaves on. */
  public List<Rule> rulesThatAreOn() {
    return rules.stream().filter(Rule::isOn).toList();
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
