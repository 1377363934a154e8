package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.baseline.BaselineEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020).
 *
 * <p>Paths are relative to the repository ({@code %SRCROOT%}), and the fingerprint of a result is
 * made of rule, origin and target, so that code hosts know it again after the lines have moved.
 */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";

  private final Verdict verdict;
  private final Map<String, RuleDescription> described = Verdict.descriptions();
  private final Map<String, Integer> ruleIndex = new TreeMap<>();
  private final JsonWriter json = new JsonWriter();

  SarifReport(Verdict verdict) {
    this.verdict = verdict;
    indexRules();
  }

  private void indexRules() {
    TreeMap<String, Boolean> ids = new TreeMap<>();
    described.keySet().forEach(id -> ids.put(id, true));
    verdict.report().findings().forEach(finding -> ids.put(finding.rule(), true));
    verdict.report().suppressed().forEach(one -> ids.put(one.finding().rule(), true));
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
    verdict.fresh().forEach(finding -> result(finding, "new", null));
    verdict.known().forEach(finding -> result(finding, "unchanged", null));
    verdict.report().suppressed().forEach(one -> result(one.finding(), "new", one));
    return json.endArray().endObject().endArray().endObject().done();
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
      json.endObject();
    }
    json.endObject();
  }

  private void invocation() {
    json.name("invocations").beginArray().beginObject();
    json.member("executionSuccessful", true);
    List<Report.Unreadable> unreadable = verdict.report().unreadable();
    if (!unreadable.isEmpty()) {
      json.name("toolExecutionNotifications").beginArray();
      for (Report.Unreadable file : unreadable) {
        json.beginObject().member("level", "warning");
        text("message", "Skipped " + file.file() + ": " + file.why());
        json.endObject();
      }
      json.endArray();
    }
    json.endObject().endArray();
  }

  private void result(Finding finding, String state, Report.@Nullable Suppressed suppressed) {
    json.beginObject();
    json.member("ruleId", finding.rule());
    json.member("ruleIndex", ruleIndex.getOrDefault(finding.rule(), -1));
    json.member("level", level(finding.severity()));
    text("message", Words.capital(Words.sentence(Words.message(finding))));
    location(finding);
    json.member("occurrenceCount", finding.count());
    json.name("partialFingerprints").beginObject();
    json.member("ruleOriginTarget/v1", fingerprint(finding)).endObject();
    if (verdict.hasBaseline() && suppressed == null) {
      json.member("baselineState", state);
    }
    if (suppressed != null) {
      json.name("suppressions").beginArray().beginObject();
      json.member("kind", suppressed.where().contains(":") ? "external" : "inSource");
      json.member("justification", suppressed.reason());
      json.endObject().endArray();
    }
    json.endObject();
  }

  private void location(Finding finding) {
    json.name("locations").beginArray().beginObject();
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject();
    json.member("uri", uri(verdict.pathOf(finding))).member("uriBaseId", ROOT);
    json.endObject();
    json.name("region").beginObject().member("startLine", finding.place().line()).endObject();
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
