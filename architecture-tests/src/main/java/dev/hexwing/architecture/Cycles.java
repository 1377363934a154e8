package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * CTX-05: contexts do not go round in circles.
 *
 * <p>Who hears of another by its events and ids alone does not need it; so such uses make no cycle.
 */
final class Cycles {

  private static final String ARROW = ", then ";

  private Cycles() {}

  /** One use of a context by another: how many, and the first. */
  private record Use(int count, ClassInfo origin, Reference first) {

    String said() {
      return first.verb() + " " + first.target();
    }

    SourcePlace place() {
      return new SourcePlace(origin.sourcePath(), Math.max(1, first.line()));
    }
  }

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
    for (List<String> way : closedWays(uses)) {
      report(verdict, way, uses);
    }
  }

  /** For each use that can be come back from, the shortest way round through it; each way once. */
  private static Set<List<String>> closedWays(Map<String, Map<String, Use>> uses) {
    Set<List<String>> ways =
        new TreeSet<>(Comparator.comparing((List<String> way) -> String.join(ARROW, way)));
    uses.forEach(
        (from, all) ->
            all.keySet()
                .forEach(to -> back(uses, to, from).map(Cycles::turned).ifPresent(ways::add)));
    return ways;
  }

  /** The same way, beginning with the context whose name comes first. */
  private static List<String> turned(List<String> way) {
    List<String> turned = new ArrayList<>(way);
    Collections.rotate(turned, -way.indexOf(Collections.min(way)));
    return turned;
  }

  private static void collect(CodeBase code, ClassInfo origin, Map<String, Map<String, Use>> uses) {
    String from = code.roleOf(origin).context();
    for (Reference one : origin.references()) {
      String target = one.target();
      boolean counts =
          code.role(target).isInside()
              && ContextRules.isInContext(code, target)
              && !code.roleOf(target).context().equals(from)
              && !ContextRules.isMeetingPoint(code, target);
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

  /** The contexts of the shortest way from one to another, both included. */
  private static Optional<List<String>> back(
      Map<String, Map<String, Use>> uses, String start, String wanted) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<List<String>> open = new ArrayDeque<>(List.of(List.of(start)));
    while (!open.isEmpty()) {
      List<String> way = open.remove();
      String last = way.get(way.size() - 1);
      if (last.equals(wanted)) {
        return Optional.of(way);
      }
      for (String next : uses.getOrDefault(last, Map.of()).keySet()) {
        if (seen.add(next)) {
          List<String> longer = new ArrayList<>(way);
          longer.add(next);
          open.add(longer);
        }
      }
    }
    return Optional.empty();
  }

  private static void report(
      Verdict verdict, List<String> way, Map<String, Map<String, Use>> uses) {
    List<String> told = new ArrayList<>();
    List<Use> all = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      String from = way.get(i);
      String to = way.get((i + 1) % way.size());
      Use use = Objects.requireNonNull(uses.getOrDefault(from, Map.of()).get(to));
      all.add(use);
      told.add(
          from
              + " uses "
              + to
              + " (first in "
              + use.origin().name()
              + ", which "
              + use.said()
              + ")");
    }
    verdict.add(
        new Finding(
            "CTX-05",
            Severity.ERROR,
            "context " + way.get(0),
            "context " + String.join(ARROW, way.subList(1, way.size())),
            "goes round in a circle: " + String.join("; ", told),
            all.stream().mapToInt(Use::count).sum(),
            all.get(0).place()));
  }
}
