package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what nameless classes do into the named classes they stand in. */
final class Folding {

  private Folding() {}

  /** The named classes; each does what its nameless classes do. */
  static List<ClassInfo> fold(List<ClassInfo> all) {
    Map<String, ClassInfo> byName = new LinkedHashMap<>();
    all.forEach(one -> byName.put(one.name(), one));
    Map<String, List<ClassInfo>> guests = new LinkedHashMap<>();
    List<ClassInfo> named = new ArrayList<>();
    for (ClassInfo one : all) {
      ClassInfo host = host(one, byName);
      if (host.equals(one)) {
        named.add(one);
      } else {
        guests.computeIfAbsent(host.name(), name -> new ArrayList<>()).add(one);
      }
    }
    return named.stream()
        .map(one -> with(one, guests.getOrDefault(one.name(), List.of())))
        .toList();
  }

  private static ClassInfo host(ClassInfo start, Map<String, ClassInfo> byName) {
    ClassInfo one = start;
    // A nameless class is deeper than its host, so this ends.
    while (isNameless(one, byName)) {
      ClassInfo outer = byName.get(one.enclosing());
      if (outer == null || outer.name().length() >= one.name().length()) {
        return one;
      }
      one = outer;
    }
    return one;
  }

  /** Whether it, or a class it is declared in, has no name of its own. */
  private static boolean isNameless(ClassInfo start, Map<String, ClassInfo> byName) {
    ClassInfo one = start;
    while (one != null) {
      if (one.nameless()) {
        return true;
      }
      ClassInfo outer = byName.get(one.enclosing());
      one = outer == null || outer.name().length() >= one.name().length() ? null : outer;
    }
    return false;
  }

  private static ClassInfo with(ClassInfo host, List<ClassInfo> guests) {
    if (guests.isEmpty()) {
      return host;
    }
    Map<String, Reference> references = new LinkedHashMap<>();
    host.references().forEach(one -> references.put(one.target(), one));
    List<Access> accesses = new ArrayList<>(host.accesses());
    List<MethodInfo> methods = new ArrayList<>(host.methods());
    for (ClassInfo guest : guests) {
      for (Reference one : guest.references()) {
        // What a nameless class inherits or holds is code of its host.
        Reference asCode = new Reference(one.target(), Reference.CODE, one.count(), one.line());
        references.merge(one.target(), asCode, Folding::together);
      }
      accesses.addAll(guest.accesses());
      guest.methods().stream()
          .filter(one -> one.swallowsInterrupt() > 0)
          .map(MethodInfo::asSynthetic)
          .forEach(methods::add);
    }
    references.remove(host.name());
    guests.forEach(guest -> references.remove(guest.name()));
    return new ClassInfo(
        host.name(),
        host.access(),
        host.superclass(),
        host.interfaces(),
        host.supertypes(),
        host.enclosing(),
        host.nameless(),
        host.permitted(),
        host.annotations(),
        host.fields(),
        List.copyOf(methods),
        List.copyOf(references.values()),
        List.copyOf(accesses),
        host.sourceFile(),
        host.line(),
        host.container());
  }

  private static Reference together(Reference one, Reference other) {
    int line =
        one.line() <= 1 || other.line() <= 1
            ? Math.max(one.line(), other.line())
            : Math.min(one.line(), other.line());
    return new Reference(
        one.target(), one.kinds() | other.kinds(), one.count() + other.count(), line);
  }
}
