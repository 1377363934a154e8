package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * CTX-05: contexts do not go round in circles.
 *
 * <p>Who hears of another by its events and ids alone does not need it; so such uses make no cycle.
 */
final class Cycles {

  private Cycles() {}

  /** One use of a context by another: how many, and the first. */
  private record Use(int count, ClassInfo origin, Reference first) {}

  static void judge(CodeBase code, Verdict verdict) {
    Map<String, Map<String, Use>> uses = new TreeMap<>();
    Set<String> contexts = new TreeSet<>();
    for (ClassInfo one : code.classes()) {
      if (code.roleOf(one).role().isInside() && ContextRules.isInContext(code, one.name())) {
        contexts.add(code.roleOf(one).context());
        verdict.judge();
        collect(code, one, uses);
      }
    }
    verdict.targets(Math.max(0, contexts.size() - 1));
    for (String from : uses.keySet()) {
      uses.getOrDefault(from, Map.of())
          .forEach(
              (to, use) -> {
                if (reaches(uses, to, from)) {
                  report(verdict, from, to, use);
                }
              });
    }
  }

  private static void collect(CodeBase code, ClassInfo origin, Map<String, Map<String, Use>> uses) {
    String from = code.roleOf(origin).context();
    for (Reference one : origin.references()) {
      String target = one.target();
      boolean counts =
          code.role(target).isInside()
              && ContextRules.isInContext(code, target)
              && !code.roleOf(target).context().equals(from)
              && !ContextRules.isMeetingPoint(code, target)
              && !ContextRules.isTranslator(code, origin.name());
      if (counts) {
        uses.computeIfAbsent(from, name -> new TreeMap<>())
            .merge(
                code.roleOf(target).context(),
                new Use(one.count(), origin, one),
                (before, now) ->
                    new Use(before.count() + now.count(), before.origin(), before.first()));
      }
    }
  }

  private static boolean reaches(Map<String, Map<String, Use>> uses, String start, String wanted) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (next.equals(wanted)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(uses.getOrDefault(next, Map.of()).keySet());
      }
    }
    return false;
  }

  private static void report(Verdict verdict, String from, String to, Use use) {
    String message =
        "context "
            + from
            + " uses context "
            + to
            + ", which comes back to it; first in "
            + use.origin().name()
            + ", which "
            + use.first().verb()
            + " "
            + use.first().target();
    int line = Math.max(1, use.first().line());
    SourcePlace place = new SourcePlace(use.origin().sourcePath(), line);
    verdict.add(
        new Finding(
            "CTX-05",
            Severity.ERROR,
            "context " + from,
            "context " + to,
            message,
            use.count(),
            place));
  }
}
