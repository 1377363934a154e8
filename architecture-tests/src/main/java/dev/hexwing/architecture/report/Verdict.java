package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.RuleBook;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.baseline.Baseline;
import dev.hexwing.architecture.baseline.BaselineEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A report, held against what a team has agreed to live with: what the writers write.
 *
 * <p>Immutable but for what {@link SourceFolders} remembers; not safe for use by several threads.
 *
 * @param title what was checked
 * @param report what was found
 * @param fresh findings that the baseline does not know, sorted
 * @param known findings that it knows, sorted
 * @param fixed entries of the baseline that no longer hold, sorted
 * @param hasBaseline whether there is a baseline at all
 * @param failOn the mildest finding that fails the check
 * @param sources where sources are
 */
public record Verdict(
    String title,
    Report report,
    List<Finding> fresh,
    List<Finding> known,
    List<BaselineEntry> fixed,
    boolean hasBaseline,
    Severity failOn,
    SourceFolders sources) {

  /** Keeps its own copies. */
  public Verdict {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(failOn, "failOn");
    fresh = List.copyOf(fresh);
    known = List.copyOf(known);
    fixed = List.copyOf(fixed);
  }

  /** Holds a report against a baseline, if there is one. */
  public static Verdict of(
      String title,
      Report report,
      Optional<Baseline> baseline,
      Severity failOn,
      SourceFolders sources) {
    Baseline agreed = baseline.orElse(Baseline.empty());
    List<Finding> fresh = new ArrayList<>();
    List<Finding> known = new ArrayList<>();
    TreeSet<BaselineEntry> fixed = new TreeSet<>(agreed.entries());
    for (Finding finding : report.findings()) {
      BaselineEntry entry = entryOf(finding);
      (agreed.contains(entry) ? known : fresh).add(finding);
      fixed.remove(entry);
    }
    return new Verdict(
        title, report, fresh, known, List.copyOf(fixed), baseline.isPresent(), failOn, sources);
  }

  /** The line of a baseline that stands for a finding. */
  public static BaselineEntry entryOf(Finding finding) {
    return new BaselineEntry(finding.rule(), finding.origin(), finding.target());
  }

  /** Whether a new finding is bad enough to fail the check. */
  public boolean fails() {
    return fresh.stream().anyMatch(this::fails);
  }

  boolean fails(Finding finding) {
    return finding.severity().isAtLeast(failOn);
  }

  long fresh(Severity severity) {
    return fresh.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** One line that says how it went. */
  public String summary() {
    StringBuilder line = new StringBuilder();
    line.append(Words.count(fresh(Severity.ERROR), "error", "errors")).append(", ");
    line.append(Words.count(fresh(Severity.WARNING), "warning", "warnings")).append(", ");
    line.append(fresh(Severity.ADVICE)).append(" advice");
    if (hasBaseline) {
      line.append("; ").append(known.size()).append(" known from the baseline, ");
      line.append(fixed.size()).append(" fixed");
    }
    if (!report.suppressed().isEmpty()) {
      line.append("; ").append(report.suppressed().size()).append(" suppressed");
    }
    return line.toString();
  }

  /** New findings by rule, sorted. */
  Map<String, List<Finding>> freshByRule() {
    return byRule(fresh);
  }

  static Map<String, List<Finding>> byRule(List<Finding> findings) {
    Map<String, List<Finding>> byRule = new TreeMap<>();
    for (Finding finding : findings) {
      byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding);
    }
    return byRule;
  }

  String pathOf(Finding finding) {
    return sources.pathOf(finding.place());
  }

  int widthOf(Finding finding) {
    return sources.widthOf(finding.place());
  }

  /** How many classes have each role; roles that none has are left out. */
  Map<Role, Integer> roleCounts() {
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    report.roles().all().forEach(one -> counts.merge(one.role(), 1, Integer::sum));
    return counts;
  }

  /** What there is to know of the rules, by id. */
  static Map<String, RuleDescription> descriptions() {
    Map<String, RuleDescription> byId = new TreeMap<>();
    RuleBook.descriptions().forEach(rule -> byId.put(rule.id(), rule));
    return byId;
  }
}
