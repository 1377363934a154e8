package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one rule says of one code base, while it says it; on one thread. */
final class Verdict {

  private final String rule;
  private final Severity severity;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private int judged;
  private int targets;

  Verdict(String rule, Severity severity) {
    this.rule = rule;
    this.severity = severity;
  }

  /** Something was judged. */
  void judge() {
    judged++;
  }

  /** The rule could have complained about so many classes. */
  void targets(int count) {
    targets = count;
  }

  /** A class does something to another, or to a member of its own. */
  void found(ClassInfo origin, String target, String message, int count, int line) {
    SourcePlace place = new SourcePlace(origin.sourcePath(), Math.max(1, line));
    add(new Finding(rule, severity, origin.name(), target, message, count, place));
  }

  /** A class as a whole is wrong. */
  void found(ClassInfo origin, String message) {
    found(origin, "", message, 1, origin.line());
  }

  /** A member is wrong. */
  void found(ClassInfo origin, String member, String message) {
    found(origin, member, message, 1, origin.line());
  }

  /** Facts with like origin and target are one finding. */
  void add(Finding found) {
    Finding one = found.with(severity);
    String key = one.origin() + "\n" + one.target();
    findings.merge(
        key,
        one,
        (before, now) ->
            new Finding(
                rule,
                severity,
                before.origin(),
                before.target(),
                before.message().equals(now.message())
                    ? before.message()
                    : before.message() + "; " + now.message(),
                before.count() + now.count(),
                before.place().compareTo(now.place()) <= 0 || now.place().line() == 1
                    ? before.place()
                    : now.place()));
  }

  List<Finding> findings() {
    List<Finding> sorted = new ArrayList<>(findings.values());
    sorted.sort(null);
    return sorted;
  }

  int judged() {
    return judged;
  }

  int targets() {
    return targets;
  }
}
