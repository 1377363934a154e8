package dev.hexwing.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** What is written of each rule: in {@code rules/*.md}, one part for each. */
final class RuleTexts {

  private static final List<String> FAMILIES = List.of("HEX", "PUR", "DDD", "CTX", "STY", "RUL");

  private static final Map<String, RuleDescription> ALL = read();

  private RuleTexts() {}

  /** All descriptions, by id, sorted. */
  static Map<String, RuleDescription> all() {
    return ALL;
  }

  /**
   * What is written of a rule.
   *
   * @throws NoSuchElementException if no rule has that id
   */
  static RuleDescription of(String id) {
    RuleDescription found = ALL.get(id);
    if (found == null) {
      throw new NoSuchElementException("no rule " + id);
    }
    return found;
  }

  private static Map<String, RuleDescription> read() {
    Map<String, RuleDescription> all = new TreeMap<>();
    for (String family : FAMILIES) {
      for (String part : text(family).split("(?m)^# ", -1)) {
        if (part.startsWith(family + "-")) {
          RuleDescription one = description(part);
          all.put(one.id(), one);
        }
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static String text(String family) {
    String name = "rules/" + family + ".md";
    try (InputStream in = RuleTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static RuleDescription description(String part) {
    String[] head = part.substring(0, part.indexOf('\n')).split(" ", -1);
    return new RuleDescription(
        head[0],
        Severity.valueOf(head[1].toUpperCase(Locale.ROOT)),
        head.length < 3 || !head[2].equals("off"),
        line(part, "Statement: "),
        line(part, "Why: "),
        line(part, "Fix: "),
        block(part, "Before"),
        block(part, "After"));
  }

  private static String line(String part, String key) {
    int start = part.indexOf("\n" + key);
    if (start < 0) {
      throw new IllegalStateException("no " + key + "in " + part);
    }
    start += key.length() + 1;
    return part.substring(start, part.indexOf('\n', start));
  }

  private static String block(String part, String name) {
    String opening = "\n" + name + "\n```java\n";
    int start = part.indexOf(opening);
    if (start < 0) {
      return "";
    }
    start += opening.length();
    return part.substring(start, part.indexOf("```", start));
  }
}
