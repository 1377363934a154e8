package dev.hexwing.architecture.report;

import java.util.Locale;

/** The forms in which a verdict can be written. */
public enum ReportFormat {
  /** For people at a terminal. */
  TEXT,
  /** For programs; the members are told in the documentation and are only added to. */
  JSON,
  /** SARIF 2.1.0, for code hosts. */
  SARIF,
  /** The XML that build servers read as test results: one test for each rule. */
  JUNIT,
  /** One page that stands on its own. */
  HTML,
  /** Workflow commands that GitHub Actions shows beside the changed lines. */
  GITHUB;

  /** The name on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes a verdict whole; the same verdict gives the same text. */
  public String write(Verdict verdict) {
    return write(verdict, Integer.MAX_VALUE);
  }

  /** Writes a verdict, for people with at most so many findings of each rule. */
  public String write(Verdict verdict, int most) {
    return switch (this) {
      case TEXT -> new TextReport(verdict, most).write();
      case JSON -> new JsonReport(verdict).write();
      case SARIF -> new SarifReport(verdict).write();
      case JUNIT -> new JUnitReport(verdict).write();
      case HTML -> new HtmlReport(verdict).write();
      case GITHUB -> new GitHubReport(verdict).write();
    };
  }
}
