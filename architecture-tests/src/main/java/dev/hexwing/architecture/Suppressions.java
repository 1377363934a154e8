package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.Accepted;
import dev.hexwing.architecture.Report.Suppressed;
import dev.hexwing.architecture.Report.UnusedSuppression;
import dev.hexwing.architecture.classfile.AnnotationInfo;
import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody has accepted, in the source or in the layout, always with a reason. */
final class Suppressions {

  /** The simple name of the annotation; the package does not matter. */
  static final String ANNOTATION = "SuppressArchitecture";

  private final List<Accepted> accepted = new ArrayList<>();
  private final Set<Accepted> used = new HashSet<>();
  private final List<Finding> mistakes = new ArrayList<>();

  Suppressions(CodeBase code) {
    code.classes().forEach(one -> collect(one, one.name(), one.name() + "*"));
    code.packageInfos()
        .values()
        .forEach(one -> collect(one, "package " + one.packageName(), one.packageName() + ".*"));
    accepted.addAll(code.layout().accepted());
  }

  private void collect(ClassInfo type, String where, String origins) {
    for (AnnotationInfo one : type.annotations()) {
      if (!one.simpleName().equals(ANNOTATION)) {
        continue;
      }
      List<String> rules = new ArrayList<>(one.texts().getOrDefault("rule", List.of()));
      rules.addAll(one.texts().getOrDefault("value", List.of()));
      String reason = one.text("reason");
      for (String rule : rules) {
        if (reason.isBlank()) {
          mistake(type, rule, "is suppressed without a reason");
        } else if (!RuleTexts.all().containsKey(rule)) {
          mistake(type, rule, "is suppressed and no rule");
        } else {
          accepted.add(new Accepted(rule, origins, "", reason, where));
        }
      }
    }
  }

  private void mistake(ClassInfo type, String rule, String message) {
    SourcePlace place = new SourcePlace(type.sourcePath(), type.line());
    mistakes.add(new Finding("RUL-04", Severity.ERROR, type.name(), rule, message, 1, place));
  }

  /** What is wrong with suppressions themselves. */
  List<Finding> mistakes() {
    return mistakes;
  }

  /** Whether somebody has accepted a finding. */
  Optional<Suppressed> suppressed(Finding finding) {
    Optional<Accepted> first = Optional.empty();
    for (Accepted one : accepted) {
      if (covers(one, finding)) {
        used.add(one);
        first = first.isEmpty() ? Optional.of(one) : first;
      }
    }
    return first.map(one -> new Suppressed(finding, one.reason(), one.where()));
  }

  private static boolean covers(Accepted one, Finding finding) {
    return one.rule().equals(finding.rule())
        && isWithin(one.origin(), finding.origin())
        && (one.target().isEmpty() || Globs.matches(one.target(), finding.target()));
  }

  /** A class covers the classes in it, and no namesake that only begins like it. */
  private static boolean isWithin(String origins, String origin) {
    if (origins.endsWith("*") && !origins.endsWith(".*")) {
      String name = origins.substring(0, origins.length() - 1);
      if (name.indexOf('*') < 0) {
        return origin.equals(name) || origin.startsWith(name + "$");
      }
    }
    return Globs.matches(origins, origin);
  }

  /** Those that no finding needs. */
  List<UnusedSuppression> unused() {
    return accepted.stream()
        .filter(one -> !used.contains(one))
        .map(one -> new UnusedSuppression(one.rule(), one.where()))
        .sorted(
            Comparator.comparing(UnusedSuppression::rule).thenComparing(UnusedSuppression::where))
        .toList();
  }
}
