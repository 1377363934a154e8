package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the driving ports of each context speak of: themselves, what stands in their signatures, and
 * what those are made of.
 */
final class Speech {

  private final Map<String, Set<String>> spokenOf = new HashMap<>();

  Speech(CodeBase code) {
    Map<String, Set<String>> membersOfFamilies = new HashMap<>();
    for (ClassInfo one : code.classes()) {
      for (String parent : code.supertypesOf(one.name())) {
        ClassInfo family = code.find(parent);
        if (family != null && family.isSealed() && !parent.equals(one.name())) {
          membersOfFamilies.computeIfAbsent(parent, name -> new HashSet<>()).add(one.name());
        }
      }
    }
    for (ClassInfo one : code.classes()) {
      if (code.role(one.name()) == Role.DRIVING_PORT) {
        String context = code.roleOf(one).context();
        Set<String> said = spokenOf.computeIfAbsent(context, name -> new HashSet<>());
        said.add(one.name());
        spread(code, one, membersOfFamilies, said);
      }
    }
  }

  /** Whether a context's driving ports speak of a class. */
  boolean speaksOf(String context, String className) {
    return spokenOf.getOrDefault(context, Set.of()).contains(className);
  }

  private static void spread(
      CodeBase code, ClassInfo port, Map<String, Set<String>> members, Set<String> said) {
    Deque<ClassInfo> open = new ArrayDeque<>();
    open.add(port);
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ClassInfo next = open.remove();
      int kinds = next.equals(port) ? Reference.SIGNATURE | Reference.FIELD : Reference.FIELD;
      for (Reference one : next.references()) {
        if (one.is(kinds) && code.find(one.target()) != null) {
          say(one.target(), members, said, seen, code, open);
        }
      }
      for (String one : members.getOrDefault(next.name(), Set.of())) {
        say(one, members, said, seen, code, open);
      }
    }
  }

  private static void say(
      String name,
      Map<String, Set<String>> members,
      Set<String> said,
      Set<String> seen,
      CodeBase code,
      Deque<ClassInfo> open) {
    if (!seen.add(name)) {
      return;
    }
    said.add(name);
    ClassInfo info = code.find(name);
    boolean isData =
        info != null
            && (info.isRecord() || members.containsKey(name))
            && code.role(name) != Role.DRIVING_PORT;
    if (info != null && isData) {
      open.add(info);
    }
  }
}
