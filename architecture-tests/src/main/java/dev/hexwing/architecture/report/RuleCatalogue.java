package dev.hexwing.architecture.report;

import dev.hexwing.architecture.RuleBook;
import dev.hexwing.architecture.RuleDescription;
import java.util.List;
import java.util.Locale;

/** The rules themselves, written for a terminal, a document or a program. */
public final class RuleCatalogue {

  private static final String FENCE = "```";

  private RuleCatalogue() {}

  /** One line for each rule. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    for (RuleDescription rule : RuleBook.descriptions()) {
      String severity = Words.of(rule.severity()) + (rule.onByDefault() ? "" : ", off");
      text.append(String.format("%-8s %-14s %s%n", rule.id(), severity, rule.statement()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** A chapter of a document: a table, then every rule with its reason and its examples. */
  public static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| rule | severity | what it asks |\n|---|---|---|\n");
    for (RuleDescription rule : RuleBook.descriptions()) {
      text.append("| [").append(rule.id()).append("](#").append(anchor(rule)).append(") | ");
      text.append(severity(rule)).append(" | ").append(cell(rule.statement())).append(" |\n");
    }
    for (RuleDescription rule : RuleBook.descriptions()) {
      text.append("\n### ").append(rule.id()).append("\n\n");
      text.append(Words.capital(Words.sentence(rule.statement()))).append(' ');
      text.append('(').append(Words.capital(severity(rule))).append(".)\n\n");
      text.append(help(rule));
    }
    return text.toString();
  }

  /** For programs: an array of rules. */
  public static String json() {
    JsonWriter json = new JsonWriter().beginArray();
    for (RuleDescription rule : RuleBook.descriptions()) {
      json.beginObject();
      json.member("id", rule.id());
      json.member("severity", Words.of(rule.severity()));
      json.member("onByDefault", rule.onByDefault());
      json.member("statement", rule.statement());
      json.member("why", rule.why());
      json.member("fix", rule.fix());
      json.member("invalid", rule.invalid());
      json.member("valid", rule.valid());
      json.endObject();
    }
    return json.endArray().done();
  }

  /** One rule, for a terminal. */
  public static String explain(RuleDescription rule) {
    return rule.id()
        + "  "
        + severity(rule)
        + "\n\n"
        + Words.capital(Words.sentence(rule.statement()))
        + "\n\nWhy:  "
        + Words.capital(Words.sentence(rule.why()))
        + "\nMend: "
        + Words.capital(Words.sentence(rule.fix()))
        + example("Before", rule.invalid())
        + example("After", rule.valid());
  }

  private static String example(String title, String code) {
    return code.isBlank()
        ? "\n"
        : "\n\n" + title + ":\n\n" + code.strip().indent(4).stripTrailing();
  }

  /** Why, how to mend it, and what it looks like before and after. */
  static String help(RuleDescription rule) {
    StringBuilder text = new StringBuilder();
    text.append("**Why.** ").append(Words.capital(Words.sentence(rule.why()))).append("\n\n");
    text.append("**Mend.** ").append(Words.capital(Words.sentence(rule.fix()))).append('\n');
    code(text, "Before", rule.invalid());
    code(text, "After", rule.valid());
    return text.toString();
  }

  private static void code(StringBuilder text, String title, String code) {
    if (!code.isBlank()) {
      text.append('\n').append(title).append(":\n\n").append(FENCE).append("java\n");
      text.append(code.strip()).append('\n').append(FENCE).append('\n');
    }
  }

  private static String severity(RuleDescription rule) {
    return Words.of(rule.severity()) + (rule.onByDefault() ? "" : ", off by default");
  }

  private static String anchor(RuleDescription rule) {
    return rule.id().toLowerCase(Locale.ROOT);
  }

  private static String cell(String words) {
    return words.replace("|", "\\|");
  }

  /** The rules that a name may mean: those whose id or family it is. */
  public static List<RuleDescription> named(String name) {
    return RuleBook.descriptions().stream()
        .filter(rule -> rule.id().equalsIgnoreCase(name) || rule.family().equalsIgnoreCase(name))
        .toList();
  }
}
