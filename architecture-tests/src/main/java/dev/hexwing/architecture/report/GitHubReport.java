package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.Severity;
import java.util.Map;

/**
 * Workflow commands, which GitHub Actions shows beside the changed lines.
 *
 * <p>Escaped as actions/toolkit does (command.ts): percent and ends of lines everywhere, colons and
 * commas in properties, too.
 */
final class GitHubReport {

  // GitHub shows so many of each kind for a step, whatever it is told.
  static final int MOST_SHOWN = 10;

  private final Verdict verdict;

  GitHubReport(Verdict verdict) {
    this.verdict = verdict;
  }

  String write() {
    Map<String, RuleDescription> rules = Verdict.descriptions();
    StringBuilder text = new StringBuilder();
    for (Finding finding : verdict.fresh()) {
      RuleDescription rule = rules.get(finding.rule());
      String message = Words.sentence(Words.message(finding));
      if (rule != null) {
        message += "\nWhy: " + Words.sentence(rule.why()) + "\nMend: " + Words.sentence(rule.fix());
      }
      text.append("::").append(command(finding.severity()));
      text.append(" file=").append(property(verdict.pathOf(finding)));
      text.append(",line=").append(finding.place().line());
      text.append(",title=").append(property(finding.rule()));
      text.append("::").append(data(message)).append('\n');
    }
    for (Severity severity : Severity.values()) {
      long count = verdict.fresh(severity);
      if (count > MOST_SHOWN) {
        text.append("GitHub shows the first ").append(MOST_SHOWN).append(" of ").append(count);
        text.append(' ').append(command(severity)).append("s beside the lines; all stand above.\n");
      }
    }
    return text.append(verdict.summary()).append('\n').toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case ADVICE -> "notice";
    };
  }

  private static String data(String words) {
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String words) {
    return data(words).replace(":", "%3A").replace(",", "%2C");
  }
}
