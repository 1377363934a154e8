package dev.hexwing.architecture.report;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.RoleAssignment;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.RuleTally;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.diagram.Picture;
import dev.hexwing.architecture.diagram.SvgDiagram;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One page that stands on its own: a picture, and the findings, which can be filtered.
 *
 * <p>Nothing is loaded from anywhere; a content security policy forbids it to the browser, too.
 * Without scripts everything is there, unfiltered.
 */
final class HtmlReport {

  private static final int MOST_OPEN = 40;

  private final Verdict verdict;
  private final Map<String, RuleDescription> rules = Verdict.descriptions();
  private final Markup page = new Markup();

  HtmlReport(Verdict verdict) {
    this.verdict = verdict;
  }

  String write() {
    String style = PageParts.style();
    String script = PageParts.script();
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    page.raw(PageParts.policy(style, script)).raw("\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    page.element("title", "Architecture of " + verdict.title()).raw("\n");
    page.raw("<style>").raw(style).raw("</style>\n</head>\n<body>\n");
    header();
    page.raw("<main>\n");
    tiles();
    picture();
    findings();
    fixed();
    skipped();
    tallies();
    page.raw("</main>\n<footer>");
    page.text("Written by " + ProgramVersion.NAME + " " + ProgramVersion.current() + ". ");
    page.raw(
        "<kbd>/</kbd> searches, <kbd>j</kbd> and <kbd>k</kbd> go from rule to rule.</footer>\n");
    page.raw("<script>").raw(script).raw("</script>\n</body>\n</html>\n");
    return page.toString();
  }

  private void header() {
    boolean failed = verdict.fails();
    page.raw("<header class=\"top\">\n<h1>").text(verdict.title());
    page.element("small", "Architecture as it is in the bytecode").raw("</h1>\n");
    String badge = failed ? "bad" : "good";
    String words = failed ? "✕ Boundaries do not hold" : "✓ Boundaries hold";
    page.raw("<span class=\"badge " + badge + "\">").text(words).raw("</span>\n");
    page.raw(
        "<button id=\"theme\" hidden title=\"Light or dark\" aria-label=\"Light or"
            + " dark\">◐</button>\n");
    page.raw("</header>\n");
  }

  private void tiles() {
    page.raw("<ul class=\"tiles\">\n");
    tile("error", verdict.fresh(Severity.ERROR), "errors");
    tile("warning", verdict.fresh(Severity.WARNING), "warnings");
    tile("", verdict.fresh(Severity.ADVICE), "advice");
    if (verdict.hasBaseline()) {
      tile("", verdict.known().size(), "known from the baseline");
      tile("", verdict.fixed().size(), "fixed");
    }
    tile("", verdict.report().roles().all().size(), "classes");
    tile("", verdict.report().tallies().size(), "rules");
    page.raw("</ul>\n");
  }

  private void tile(String style, long figure, String words) {
    String kind = figure > 0 ? style : "";
    page.raw("<li class=\"" + kind + "\"><b>" + String.format(Locale.ROOT, "%,d", figure) + "</b>")
        .element("span", words);
    page.raw("</li>\n");
  }

  private void picture() {
    if (verdict.report().map().nodes().isEmpty()) {
      return;
    }
    page.raw("<h2>Contexts and hexagon</h2>\n<div class=\"picture\">\n");
    page.raw(SvgDiagram.inline(Picture.of(verdict.report(), verdict.title())));
    page.raw(
        "<p>Figures beside arrows count pairs of classes. Choose a context or an adapter to see");
    page.raw(" its findings alone.</p>\n</div>\n");
  }

  private void findings() {
    page.raw("<h2>Findings</h2>\n");
    List<Finding> all = verdict.report().findings();
    if (all.isEmpty()) {
      page.raw("<p class=\"none\">No rule objects to anything.</p>\n");
      return;
    }
    Map<String, List<Finding>> byRule = Verdict.byRule(all);
    filters(byRule);
    byRule.forEach((id, findings) -> group(id, rules.get(id), findings));
    page.raw("<p class=\"none\" id=\"nothing\" hidden>Nothing matches.</p>\n");
  }

  private void filters(Map<String, List<Finding>> byRule) {
    page.raw("<div class=\"filters\" role=\"search\">\n<input type=\"search\" id=\"words\"");
    page.raw(" placeholder=\"Class, package or word\" aria-label=\"Words to look for\">\n");
    page.raw("<span class=\"chips\">");
    for (Severity severity : Severity.values()) {
      chip(Words.of(severity));
    }
    if (verdict.hasBaseline()) {
      chip("known");
    }
    page.raw(
        "</span>\n<select id=\"rule\" aria-label=\"Rule\"><option value=\"\">every rule</option>");
    byRule.keySet().forEach(id -> page.raw("<option>").text(id).raw("</option>"));
    page.raw("</select>\n<select id=\"part\" aria-label=\"Context or adapter\">");
    page.raw("<option value=\"\">everywhere</option>");
    parts().forEach(this::part);
    page.raw("</select>\n<button id=\"clear\">Clear</button> ");
    page.raw("<span id=\"shown\" role=\"status\"></span>\n</div>\n");
  }

  private void chip(String kind) {
    page.raw("<label><input type=\"checkbox\" checked value=\"" + kind + "\">" + kind + "</label>");
  }

  private Set<String> parts() {
    TreeSet<String> parts = new TreeSet<>();
    verdict.report().findings().forEach(finding -> parts.addAll(partsOf(finding)));
    return parts;
  }

  private void part(String token) {
    page.raw("<option value=\"").text(token).raw("\">");
    page.text(token.replace(':', ' ').replace('_', ' ')).raw("</option>");
  }

  private void group(String id, @Nullable RuleDescription rule, List<Finding> findings) {
    String open = "<details class=\"rule\"" + (findings.size() <= MOST_OPEN ? " open" : "");
    String severity = Words.of(findings.get(0).severity());
    page.raw(open + " data-rule=\"").text(id).raw("\">\n<summary>");
    page.raw("<span class=\"id\">").text(id).raw("</span><span class=\"tag " + severity + "\">");
    page.text(severity).raw("</span><span class=\"what\">");
    page.text(rule == null ? "" : Words.capital(rule.statement()));
    page.raw("</span><span class=\"number\">" + findings.size() + "</span></summary>\n");
    if (rule != null) {
      about(rule);
    }
    page.raw("<ol class=\"findings\">\n");
    findings.forEach(this::finding);
    page.raw("</ol>\n</details>\n");
  }

  private void about(RuleDescription rule) {
    page.raw("<div class=\"about\"><p><b>Why</b> ");
    page.text(Words.capital(Words.sentence(rule.why()))).raw("</p><p><b>Mend</b> ");
    page.text(Words.capital(Words.sentence(rule.fix()))).raw("</p>");
    if (!rule.invalid().isBlank()) {
      page.raw("<details><summary>Before and after</summary>");
      page.element("pre", rule.invalid().strip()).element("pre", rule.valid().strip());
      page.raw("</details>");
    }
    page.raw("</div>\n");
  }

  private void finding(Finding finding) {
    String where = verdict.pathOf(finding) + ":" + finding.place().line();
    boolean known = verdict.known().contains(finding);
    String sought =
        finding.origin() + " " + finding.target() + " " + finding.message() + " " + where;
    page.raw("<li data-severity=\"" + Words.of(finding.severity()) + "\" data-parts=\"");
    page.text(String.join(" ", partsOf(finding))).raw("\" data-words=\"");
    page.text(sought.toLowerCase(Locale.ROOT)).raw(known ? "\" data-known=\"1\">" : "\">");
    page.text(Words.capital(Words.sentence(Words.message(finding))));
    page.raw(known ? " <span class=\"tag known\">known</span>" : "");
    page.raw("<div class=\"where\">").text(where).raw("</div></li>\n");
  }

  /** The contexts and adapters that a finding touches, as the page's scripts name them. */
  private Set<String> partsOf(Finding finding) {
    TreeSet<String> parts = new TreeSet<>();
    for (String name : List.of(finding.origin(), finding.target())) {
      verdict.report().roles().of(name).ifPresent(role -> addParts(parts, role));
    }
    return parts;
  }

  private static void addParts(Set<String> parts, RoleAssignment role) {
    if (!role.context().isEmpty()) {
      parts.add("context:" + role.context().replaceAll("\\s+", "_"));
    } else if (role.role() == Role.SHARED_KERNEL) {
      parts.add("context:shared_kernel");
    }
    if (role.role().isAdapter()) {
      String name = role.adapter().isEmpty() ? role.role().text() : role.adapter();
      parts.add("adapter:" + name.replaceAll("\\s+", "_"));
    }
  }

  private void fixed() {
    if (verdict.fixed().isEmpty()) {
      return;
    }
    page.raw("<h2>Fixed</h2>\n<p>The baseline still names these; ");
    page.raw("<code>--prune</code> removes them.</p>\n<ul class=\"plain\">\n");
    verdict.fixed().forEach(entry -> page.element("li", entry.toString()).raw("\n"));
    page.raw("</ul>\n");
  }

  private void skipped() {
    if (verdict.report().unreadable().isEmpty()) {
      return;
    }
    page.raw("<h2>Class files that could not be read</h2>\n<ul class=\"plain\">\n");
    verdict
        .report()
        .unreadable()
        .forEach(file -> page.element("li", file.file() + ": " + file.why()).raw("\n"));
    page.raw("</ul>\n");
  }

  private void tallies() {
    page.raw("<h2>What each rule judged</h2>\n<table>\n<thead><tr><th>Rule</th><th>Asks</th>");
    page.raw("<th class=\"figure\">Judged</th><th class=\"figure\">Findings</th>");
    page.raw("</tr></thead>\n<tbody>\n");
    for (RuleTally tally : verdict.report().tallies()) {
      RuleDescription rule = rules.get(tally.rule());
      page.raw(tally.isVacuous() ? "<tr class=\"hollow\"><td><code>" : "<tr><td><code>");
      page.text(tally.rule()).raw("</code></td>");
      page.element("td", rule == null ? "" : Words.capital(rule.statement()));
      page.raw("<td class=\"figure\">" + tally.judged() + "</td>");
      page.raw("<td class=\"figure\">" + tally.findings() + "</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n");
  }
}
