package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Block;
import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.RoleAssignment;
import dev.hexwing.architecture.RuleBook;
import dev.hexwing.architecture.RuleDescription;
import java.util.List;

/** Which role a class got, from where, what that forbids, and what it does all the same. */
public final class ClassExplanation {

  private ClassExplanation() {}

  /** Explains one class of a report, for a terminal. */
  public static String of(RoleAssignment one, Report report, SourceFolders sources) {
    StringBuilder text = new StringBuilder();
    text.append(one.className()).append('\n');
    text.append("  ").append(sources.pathOf(one.place())).append('\n');
    field(text, "role", one.role().text());
    field(text, "context", one.context());
    field(text, "adapter", one.adapter());
    field(text, "is", String.join(", ", one.blocks().stream().map(Block::text).toList()));
    text.append("\nBecause\n");
    if (one.evidence().isEmpty()) {
      text.append("  neither an annotation, nor a type, nor the layout says what it is\n");
    }
    for (RoleAssignment.Evidence evidence : one.evidence()) {
      text.append("  ").append(evidence.says()).append(": ").append(evidence.text()).append('\n');
    }
    rules(text, one, report);
    findings(text, one, report, sources);
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("  ").append(String.format("%-8s", name)).append(value).append('\n');
    }
  }

  private static void rules(StringBuilder text, RoleAssignment one, Report report) {
    List<RuleDescription> rules =
        RuleBook.judging(one).stream()
            .filter(rule -> report.tallyOf(rule.id()).isPresent())
            .toList();
    text.append("\nRules that look at it\n");
    if (rules.isEmpty()) {
      text.append("  none\n");
    }
    for (RuleDescription rule : rules) {
      text.append("  ").append(String.format("%-8s", rule.id())).append(rule.statement());
      text.append('\n');
    }
  }

  private static void findings(
      StringBuilder text, RoleAssignment one, Report report, SourceFolders sources) {
    List<Finding> findings =
        report.findings().stream()
            .filter(
                finding ->
                    finding.origin().equals(one.className())
                        || finding.target().equals(one.className()))
            .toList();
    text.append("\nFindings\n");
    if (findings.isEmpty()) {
      text.append("  none\n");
    }
    for (Finding finding : findings) {
      text.append("  ").append(String.format("%-8s", finding.rule()));
      text.append(Words.message(finding)).append('\n');
      text.append("          ").append(sources.pathOf(finding.place())).append(':');
      text.append(finding.place().line()).append('\n');
    }
  }
}
