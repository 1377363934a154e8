package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.baseline.BaselineEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020), as GitHub asks for it ("SARIF support for code
 * scanning").
 *
 * <p>Paths are relative to the repository ({@code %SRCROOT%}), and the fingerprint of a result is
 * made of rule, origin and target, so that code hosts know it again after the lines have moved, and
 * tell two findings of one line apart. What is suppressed is no result: code hosts would show it as
 * open; it is told as a note.
 */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";

  // GitHub refuses a file with more.
  static final int MOST_RESULTS = 25_000;

  private final Verdict verdict;
  private final Map<String, RuleDescription> described = Verdict.descriptions();
  private final Map<String, Integer> ruleIndex = new TreeMap<>();
  private final Set<Finding> known;
  private final JsonWriter json = new JsonWriter();

  SarifReport(Verdict verdict) {
    this.verdict = verdict;
    this.known = Set.copyOf(verdict.known());
    indexRules();
  }

  private void indexRules() {
    TreeMap<String, Boolean> ids = new TreeMap<>();
    described.keySet().forEach(id -> ids.put(id, true));
    verdict.report().findings().forEach(finding -> ids.put(finding.rule(), true));
    ids.keySet().forEach(id -> ruleIndex.put(id, ruleIndex.size()));
  }

  String write() {
    json.beginObject().member("$schema", SCHEMA).member("version", "2.1.0");
    json.name("runs").beginArray().beginObject();
    tool();
    invocation();
    json.name("originalUriBaseIds").beginObject().name(ROOT).beginObject();
    json.name("description")
        .beginObject()
        .member("text", "The root of the repository.")
        .endObject();
    json.endObject().endObject();
    json.member("columnKind", "utf16CodeUnits");
    json.name("results").beginArray();
    results().forEach(this::result);
    return json.endArray().endObject().endArray().endObject().done();
  }

  /** New ones first, the worst of them first if not all can be told. */
  private List<Finding> results() {
    List<Finding> all = new ArrayList<>(verdict.fresh());
    all.addAll(verdict.known());
    if (all.size() > MOST_RESULTS) {
      all.sort(Comparator.comparing(Finding::severity));
    }
    return all.subList(0, Math.min(all.size(), MOST_RESULTS));
  }

  private void tool() {
    json.name("tool").beginObject().name("driver").beginObject();
    json.member("name", ProgramVersion.NAME).member("version", ProgramVersion.current());
    json.name("rules").beginArray();
    ruleIndex.keySet().forEach(this::rule);
    json.endArray().endObject().endObject();
  }

  private void rule(String id) {
    json.beginObject().member("id", id);
    RuleDescription rule = described.get(id);
    if (rule != null) {
      String statement = Words.capital(Words.sentence(rule.statement()));
      String why = Words.capital(Words.sentence(rule.why()));
      String fix = Words.capital(Words.sentence(rule.fix()));
      text("shortDescription", statement);
      text("fullDescription", statement + " Why: " + why);
      json.name("help").beginObject();
      json.member("text", why + " " + fix);
      json.member("markdown", RuleCatalogue.help(rule));
      json.endObject();
      json.name("defaultConfiguration").beginObject();
      json.member("level", level(rule.severity()));
      json.member("enabled", rule.onByDefault());
      json.endObject();
      json.name("properties").beginObject();
      json.member("tags", List.of("architecture", rule.family()));
      json.member("precision", "high");
      json.member("problem.severity", urgency(rule.severity()));
      json.endObject();
    }
    json.endObject();
  }

  private void invocation() {
    json.name("invocations").beginArray().beginObject();
    json.member("executionSuccessful", true);
    json.name("toolExecutionNotifications").beginArray();
    for (Report.Unreadable file : verdict.report().unreadable()) {
      notification("warning", "Skipped " + file.file() + ": " + file.why());
    }
    int left = verdict.fresh().size() + verdict.known().size() - MOST_RESULTS;
    if (left > 0) {
      notification("warning", left + " findings are left out; code hosts take " + MOST_RESULTS);
    }
    for (Report.Suppressed one : verdict.report().suppressed()) {
      String finding = one.finding().rule() + ": " + Words.sentence(Words.message(one.finding()));
      notification("note", "Suppressed at " + one.where() + ", " + one.reason() + ". " + finding);
    }
    json.endArray();
    json.endObject().endArray();
  }

  private void notification(String level, String words) {
    json.beginObject().member("level", level);
    text("message", words);
    json.endObject();
  }

  private void result(Finding finding) {
    json.beginObject();
    json.member("ruleId", finding.rule());
    json.member("ruleIndex", ruleIndex.getOrDefault(finding.rule(), -1));
    json.member("level", level(finding.severity()));
    text("message", Words.capital(Words.sentence(Words.message(finding))));
    location(finding);
    json.member("occurrenceCount", finding.count());
    json.name("partialFingerprints").beginObject();
    String fingerprint = fingerprint(finding);
    // The one that GitHub looks at, in the form that it has there: a hash and a counter.
    json.member("primaryLocationLineHash", fingerprint.substring(0, 16) + ":1");
    json.member("ruleOriginTarget/v1", fingerprint).endObject();
    if (verdict.hasBaseline()) {
      json.member("baselineState", known.contains(finding) ? "unchanged" : "new");
    }
    json.endObject();
  }

  private void location(Finding finding) {
    json.name("locations").beginArray().beginObject();
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject();
    String path = verdict.pathOf(finding);
    if (Path.of(path).isAbsolute()) {
      json.member("uri", Path.of(path).toUri().toString());
    } else {
      json.member("uri", uri(path)).member("uriBaseId", ROOT);
    }
    json.endObject();
    int line = finding.place().line();
    json.name("region").beginObject().member("startLine", line).member("startColumn", 1);
    json.member("endLine", line);
    json.member("endColumn", 1 + Math.max(1, verdict.widthOf(finding))).endObject();
    json.endObject();
    json.name("logicalLocations").beginArray().beginObject();
    json.member("fullyQualifiedName", finding.origin()).member("kind", "type");
    json.endObject().endArray();
    json.endObject().endArray();
  }

  private void text(String member, String words) {
    json.name(member).beginObject().member("text", words).endObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case ADVICE -> "note";
    };
  }

  private static String urgency(Severity severity) {
    return severity == Severity.ADVICE ? "recommendation" : level(severity);
  }

  /** A relative reference (RFC 3986) for a path: all but unreserved characters are encoded. */
  static String uri(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      StringBuilder encoded = new StringBuilder();
      for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (octet & 0xFF);
        boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~$".indexOf(c) >= 0);
        encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
      }
      segments.add(encoded.toString());
    }
    return String.join("/", segments);
  }

  private static String fingerprint(Finding finding) {
    BaselineEntry entry = Verdict.entryOf(finding);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(entry.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
