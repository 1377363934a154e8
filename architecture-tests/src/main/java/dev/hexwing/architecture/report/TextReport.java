package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.RuleTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For people at a terminal: rule by rule, why, how to mend it, and where. */
final class TextReport {

  private static final int WIDTH = 100;
  private static final int MOST_SKIPPED = 20;

  private final Verdict verdict;
  private final int most;
  private final StringBuilder text = new StringBuilder();

  /** With at most so many findings of each rule. */
  TextReport(Verdict verdict, int most) {
    this.verdict = verdict;
    this.most = most;
  }

  String write() {
    Map<String, RuleDescription> rules = Verdict.descriptions();
    verdict.freshByRule().forEach((id, findings) -> rule(id, rules.get(id), findings));
    fixed();
    skipped();
    judged();
    summary();
    return text.toString();
  }

  private void rule(String id, @Nullable RuleDescription rule, List<Finding> findings) {
    String severity = Words.of(findings.get(0).severity());
    line(id + "  " + severity + "  " + Words.count(findings.size(), "finding", "findings"));
    if (rule != null) {
      wrapped("  rule  ", Words.capital(Words.sentence(rule.statement())));
      wrapped("  why   ", Words.capital(Words.sentence(rule.why())));
      wrapped("  mend  ", Words.capital(Words.sentence(rule.fix())));
    }
    List<Finding> shown = findings.size() > most ? findings.subList(0, most) : findings;
    for (Finding finding : shown) {
      line("    " + verdict.pathOf(finding) + ":" + finding.place().line());
      line("      " + Words.message(finding));
    }
    if (shown.size() < findings.size()) {
      line("    and " + (findings.size() - shown.size()) + " more; --all shows them");
    }
    line("");
  }

  private void fixed() {
    if (verdict.fixed().isEmpty()) {
      return;
    }
    int size = verdict.fixed().size();
    line(
        size == 1
            ? "1 entry of the baseline no longer holds; --prune removes it"
            : size + " entries of the baseline no longer hold; --prune removes them");
    verdict.fixed().forEach(entry -> line("    " + entry));
    line("");
  }

  private void skipped() {
    List<Report.Unreadable> unreadable = verdict.report().unreadable();
    if (unreadable.isEmpty()) {
      return;
    }
    line(
        Words.count(unreadable.size(), "class file", "class files")
            + " could not be read and took no part");
    unreadable.stream()
        .limit(MOST_SKIPPED)
        .forEach(file -> line("    " + file.file() + ": " + file.why()));
    if (unreadable.size() > MOST_SKIPPED) {
      line("    and " + (unreadable.size() - MOST_SKIPPED) + " more");
    }
    line("");
  }

  private void judged() {
    List<RuleTally> tallies = verdict.report().tallies();
    if (tallies.isEmpty()) {
      return;
    }
    line("Judged by each rule:");
    List<String> cells = new ArrayList<>();
    tallies.forEach(tally -> cells.add(String.format("%-8s%6d", tally.rule(), tally.judged())));
    int columns = 5;
    int rows = (cells.size() + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
      StringBuilder one = new StringBuilder(" ");
      for (int i = row; i < cells.size(); i += rows) {
        one.append("   ").append(cells.get(i));
      }
      line(one.toString());
    }
    line("");
  }

  private void summary() {
    Map<Role, Integer> roles = verdict.roleCounts();
    int classes = roles.values().stream().mapToInt(Integer::intValue).sum();
    List<String> parts = new ArrayList<>();
    roles.forEach((role, count) -> parts.add(count + " " + role.text()));
    line(
        Words.count(classes, "class", "classes")
            + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)));
    foundBy();
    if (roles.containsKey(Role.UNASSIGNED)) {
      line("Classes without a role are listed by: architecture-rules roles --role unassigned");
    }
    line(verdict.summary());
  }

  private void foundBy() {
    Map<String, List<Finding>> byRule = verdict.freshByRule();
    if (byRule.size() > 1) {
      List<String> counts = new ArrayList<>();
      byRule.forEach((rule, findings) -> counts.add(rule + " " + findings.size()));
      wrapped("Found by ", String.join(", ", counts));
    }
  }

  /** Breaks lines between words, with what follows set under the first word. */
  private void wrapped(String lead, String words) {
    StringBuilder line = new StringBuilder(lead);
    for (String word : List.of(words.split("\\s+", -1))) {
      if (line.length() + word.length() > WIDTH && line.length() > lead.length()) {
        line(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(lead.length()));
      }
      line.append(word).append(' ');
    }
    line(line.toString().stripTrailing());
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
