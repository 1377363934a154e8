package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.RuleTally;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The XML that build servers read as test results: one suite for each family of rules, one test for
 * each rule. A rule fails if one of its new findings fails the check; milder ones are its output.
 */
final class JUnitReport {

  private final Verdict verdict;
  private final Map<String, RuleDescription> rules = Verdict.descriptions();
  private final Map<String, List<Finding>> fresh;
  private final StringBuilder text = new StringBuilder();

  JUnitReport(Verdict verdict) {
    this.verdict = verdict;
    this.fresh = verdict.freshByRule();
  }

  String write() {
    Map<String, Set<String>> families = families();
    int all = families.values().stream().mapToInt(Set::size).sum();
    int failed = families.values().stream().mapToInt(this::failed).sum();
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<testsuites name=\"").append(attribute(verdict.title())).append("\" tests=\"");
    text.append(all).append("\" failures=\"").append(failed).append("\" errors=\"0\">\n");
    families.forEach(this::suite);
    return text.append("</testsuites>\n").toString();
  }

  private Map<String, Set<String>> families() {
    Set<String> ids = new TreeSet<>(fresh.keySet());
    verdict.report().tallies().stream().map(RuleTally::rule).forEach(ids::add);
    Map<String, Set<String>> families = new TreeMap<>();
    for (String id : ids) {
      int dash = id.indexOf('-');
      String family = dash < 0 ? id : id.substring(0, dash);
      families.computeIfAbsent(family, name -> new TreeSet<>()).add(id);
    }
    return families;
  }

  private int failed(Set<String> ids) {
    return (int) ids.stream().filter(id -> findings(id).stream().anyMatch(verdict::fails)).count();
  }

  private List<Finding> findings(String rule) {
    return fresh.getOrDefault(rule, List.of());
  }

  private void suite(String family, Set<String> ids) {
    text.append("  <testsuite name=\"").append(attribute(family)).append("\" tests=\"");
    text.append(ids.size()).append("\" failures=\"").append(failed(ids));
    text.append("\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
    ids.forEach(id -> test(family, id, rules.get(id)));
    text.append("  </testsuite>\n");
  }

  private void test(String family, String id, @Nullable RuleDescription rule) {
    String name = rule == null ? id : id + " " + rule.statement();
    text.append("    <testcase classname=\"architecture.").append(attribute(family));
    text.append("\" name=\"").append(attribute(name)).append("\" time=\"0\"");
    List<Finding> findings = findings(id);
    if (findings.isEmpty()) {
      text.append("/>\n");
      return;
    }
    text.append(">\n");
    List<Finding> bad = findings.stream().filter(verdict::fails).toList();
    if (bad.isEmpty()) {
      text.append("      <system-out>").append(escape(lines(rule, findings)));
      text.append("</system-out>\n");
    } else {
      text.append("      <failure type=\"").append(attribute(id)).append("\" message=\"");
      text.append(Words.count(findings.size(), "finding", "findings")).append("\">");
      text.append(escape(lines(rule, findings))).append("</failure>\n");
    }
    text.append("    </testcase>\n");
  }

  private String lines(@Nullable RuleDescription rule, List<Finding> findings) {
    StringBuilder lines = new StringBuilder();
    if (rule != null) {
      lines.append("Why: ").append(Words.sentence(rule.why())).append('\n');
      lines.append("Mend: ").append(Words.sentence(rule.fix())).append('\n');
    }
    for (Finding finding : findings) {
      lines.append(verdict.pathOf(finding)).append(':').append(finding.place().line());
      lines.append(' ').append(Words.message(finding)).append('\n');
    }
    return lines.toString();
  }

  private static String attribute(String value) {
    return escape(value).replace("\"", "&quot;").replace("\n", "&#10;");
  }

  /** Escapes markup, and leaves out what XML 1.0 cannot hold. */
  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !isSurrogate(c)))
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
