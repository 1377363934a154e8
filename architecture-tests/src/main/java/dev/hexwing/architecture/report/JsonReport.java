package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.RuleTally;
import dev.hexwing.architecture.Severity;
import java.util.Map;

/** For programs. Members are only ever added; a change of meaning raises {@code format}. */
final class JsonReport {

  private static final int FORMAT = 1;

  private final Verdict verdict;
  private final JsonWriter json = new JsonWriter();

  JsonReport(Verdict verdict) {
    this.verdict = verdict;
  }

  String write() {
    json.beginObject().member("format", FORMAT);
    json.name("tool").beginObject();
    json.member("name", ProgramVersion.NAME).member("version", ProgramVersion.current());
    json.endObject();
    json.member("title", verdict.title());
    summary();
    findings();
    rules();
    fixed();
    suppressed();
    unreadable();
    return json.endObject().done();
  }

  private void summary() {
    json.name("summary").beginObject();
    json.member("failed", verdict.fails());
    json.member("errors", verdict.fresh(Severity.ERROR));
    json.member("warnings", verdict.fresh(Severity.WARNING));
    json.member("advice", verdict.fresh(Severity.ADVICE));
    json.member("known", verdict.known().size());
    json.member("fixed", verdict.fixed().size());
    json.member("suppressed", verdict.report().suppressed().size());
    json.member("classes", verdict.report().roles().all().size());
    json.name("roles").beginObject();
    verdict.roleCounts().forEach((role, count) -> json.member(role.text(), count));
    json.endObject().endObject();
  }

  private void findings() {
    json.name("findings").beginArray();
    verdict.fresh().forEach(finding -> finding(finding, "new"));
    verdict.known().forEach(finding -> finding(finding, "known"));
    json.endArray();
  }

  private void finding(Finding finding, String status) {
    json.beginObject();
    json.member("rule", finding.rule());
    json.member("severity", Words.of(finding.severity()));
    json.member("status", status);
    json.member("origin", finding.origin());
    json.member("target", finding.target());
    json.member("message", finding.message());
    json.member("count", finding.count());
    json.member("file", verdict.pathOf(finding));
    json.member("line", finding.place().line());
    json.endObject();
  }

  private void rules() {
    Map<String, RuleDescription> rules = Verdict.descriptions();
    json.name("rules").beginArray();
    for (RuleTally tally : verdict.report().tallies()) {
      json.beginObject().member("id", tally.rule());
      RuleDescription rule = rules.get(tally.rule());
      if (rule != null) {
        json.member("severity", Words.of(rule.severity()));
        json.member("statement", rule.statement());
        json.member("why", rule.why());
        json.member("fix", rule.fix());
      }
      json.member("judged", tally.judged());
      json.member("targets", tally.targets());
      json.member("findings", tally.findings());
      json.endObject();
    }
    json.endArray();
  }

  private void fixed() {
    json.name("fixed").beginArray();
    verdict
        .fixed()
        .forEach(
            entry ->
                json.beginObject()
                    .member("rule", entry.rule())
                    .member("origin", entry.origin())
                    .member("target", entry.target())
                    .endObject());
    json.endArray();
  }

  private void suppressed() {
    json.name("suppressed").beginArray();
    for (Report.Suppressed one : verdict.report().suppressed()) {
      json.beginObject();
      json.member("rule", one.finding().rule());
      json.member("origin", one.finding().origin());
      json.member("target", one.finding().target());
      json.member("reason", one.reason());
      json.member("where", one.where());
      json.endObject();
    }
    json.endArray();
  }

  private void unreadable() {
    json.name("unreadable").beginArray();
    for (Report.Unreadable one : verdict.report().unreadable()) {
      json.beginObject().member("file", one.file()).member("why", one.why()).endObject();
    }
    json.endArray();
  }
}
