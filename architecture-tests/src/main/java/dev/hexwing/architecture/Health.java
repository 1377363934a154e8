package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.Allowance;
import dev.hexwing.architecture.LayoutEntries.Setting;
import dev.hexwing.architecture.Report.DeadAllowance;
import dev.hexwing.architecture.Report.UnusedSuppression;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** RUL: whether the rules themselves mean anything. */
final class Health {

  private Health() {}

  /** Rules that could not fail, and those that could although the layout says they have no work. */
  static List<Finding> vacuous(Layout layout, List<RuleTally> tallies) {
    List<Finding> found = new ArrayList<>();
    for (RuleTally one : tallies) {
      Setting setting = layout.settings().get(one.rule());
      if (setting != null && setting.kind() == Setting.Kind.EMPTY) {
        if (!one.isVacuous()) {
          String message = "is said to have nothing to judge, " + setting.where() + ", and has";
          found.add(layout(layout, "RUL-06", one.rule(), message, setting.where()));
        }
      } else if (one.judged() == 0) {
        found.add(layout(layout, "RUL-01", one.rule(), "finds no class to judge"));
      } else if (one.targets() == 0) {
        found.add(layout(layout, "RUL-02", one.rule(), "knows no class to complain about"));
      }
    }
    return found;
  }

  /** Allow-list entries that nothing uses. */
  static List<DeadAllowance> dead(CodeBase code) {
    Set<String> inDomain = new TreeSet<>();
    Set<String> inside = new TreeSet<>();
    for (ClassInfo one : code.classes()) {
      boolean domain = HexagonRules.isOfDomain(code, one.name());
      if (domain || HexagonRules.isOfApplication(code, one.name())) {
        one.references().stream()
            .map(Reference::target)
            .forEach(
                target -> {
                  inside.add(target);
                  if (domain) {
                    inDomain.add(target);
                  }
                });
      }
    }
    List<DeadAllowance> dead = new ArrayList<>();
    for (Allowance one : code.layout().allowances()) {
      TypeSet allowed = TypeSet.of(one.pattern());
      Set<String> uses = one.list().equals("domain") ? inDomain : inside;
      if (uses.stream().noneMatch(allowed::contains)) {
        dead.add(new DeadAllowance(one.list(), one.pattern(), one.where()));
      }
    }
    return dead;
  }

  static List<Finding> ofDead(Layout layout, List<DeadAllowance> dead) {
    return dead.stream()
        .map(
            one ->
                layout(
                    layout,
                    "RUL-03",
                    "allow " + one.list() + " " + one.pattern(),
                    "is allowed and never used, " + one.where(),
                    one.where()))
        .toList();
  }

  static List<Finding> ofUnused(Layout layout, List<UnusedSuppression> unused) {
    return unused.stream()
        .map(
            one ->
                layout(
                    layout,
                    "RUL-05",
                    one.rule() + " at " + one.where(),
                    "is suppressed and never found",
                    one.where()))
        .toList();
  }

  private static Finding layout(Layout layout, String rule, String target, String message) {
    return layout(layout, rule, target, message, "");
  }

  /**
   * A finding on the layout itself.
   *
   * @param where the line that is wrong, as {@code file:line}; anything else for the first
   */
  private static Finding layout(
      Layout layout, String rule, String target, String message, String where) {
    Setting setting = layout.settings().get(rule);
    Severity severity = setting == null ? RuleTexts.of(rule).severity() : setting.severity();
    String number = where.substring(where.lastIndexOf(':') + 1);
    boolean told = where.startsWith(layout.name() + ":") && number.matches("[1-9]\\d{0,6}");
    SourcePlace place = new SourcePlace(layout.name(), told ? Integer.parseInt(number) : 1);
    return new Finding(rule, severity, Finding.LAYOUT, target, message, 1, place);
  }
}
