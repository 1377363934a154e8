package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** HEX-13: what reaches over a boundary through classes that nobody judges. */
final class Tunnels {

  private Tunnels() {}

  static void judge(CodeBase code, Verdict verdict) {
    Map<String, Set<String>> ends = new HashMap<>();
    for (ClassInfo one : code.classes()) {
      Role role = code.roleOf(one).role();
      if (role.isInside() || role.isAdapter()) {
        verdict.judge();
        examine(code, one, ends, verdict);
      }
    }
    verdict.targets(verdict.judged());
  }

  private static void examine(
      CodeBase code, ClassInfo origin, Map<String, Set<String>> ends, Verdict verdict) {
    Set<String> direct = new HashSet<>();
    origin.references().forEach(one -> direct.add(one.target()));
    for (Reference one : origin.references()) {
      if (!isUnjudged(code, one.target())) {
        continue;
      }
      Set<String> reached = ends.get(one.target());
      if (reached == null) {
        reached = follow(code, one.target());
        ends.put(one.target(), reached);
      }
      for (String end : reached) {
        if (!direct.contains(end) && isForbidden(code, origin, end)) {
          String message = "reaches " + end + " through " + one.target();
          int line = one.line() > 1 ? one.line() : origin.line();
          verdict.found(origin, end, message, one.count(), line);
        }
      }
    }
  }

  /** The judged classes that can be reached from an unjudged one without meeting a judged one. */
  private static Set<String> follow(CodeBase code, String start) {
    Set<String> reached = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      String next = open.remove();
      ClassInfo info = code.find(next);
      if (!seen.add(next) || info == null) {
        continue;
      }
      for (Reference one : info.references()) {
        if (isUnjudged(code, one.target())) {
          open.add(one.target());
        } else if (code.isOurs(one.target())) {
          reached.add(one.target());
        }
      }
    }
    return reached;
  }

  private static boolean isUnjudged(CodeBase code, String name) {
    Role role = code.role(name);
    return code.isOurs(name)
        && (role == Role.UNASSIGNED
            || role == Role.IGNORED
            || role == Role.GENERATED
            || role == Role.AMBIGUOUS
            || role == Role.TOOL);
  }

  private static boolean isForbidden(CodeBase code, ClassInfo origin, String end) {
    boolean adapter = code.role(end).isAdapter();
    if (HexagonRules.isOfDomain(code, origin.name())) {
      return adapter || HexagonRules.isOfApplication(code, end);
    }
    if (HexagonRules.isOfApplication(code, origin.name())) {
      return adapter;
    }
    return adapter && HexagonRules.areStrangers(code.roleOf(origin), code.roleOf(end));
  }
}
