package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** DDD-17: an entity belongs to one aggregate. */
final class Entities {

  private Entities() {}

  static void belongToOneAggregate(CodeBase code, Verdict verdict) {
    Map<String, Set<String>> owners = new TreeMap<>();
    int roots = 0;
    for (ClassInfo root : code.classes()) {
      if (code.is(root, Block.AGGREGATE_ROOT) && !root.isInterface()) {
        roots++;
        for (String entity : entitiesWithin(code, root)) {
          owners.computeIfAbsent(entity, name -> new TreeSet<>()).add(root.name());
        }
      }
    }
    for (ClassInfo entity : code.classes()) {
      if (code.is(entity, Block.ENTITY)) {
        verdict.judge();
        Set<String> of = owners.getOrDefault(entity.name(), Set.of());
        if (of.size() > 1) {
          verdict.found(entity, "belongs to several aggregates: " + String.join(", ", of));
        }
      }
    }
    verdict.targets(roots);
  }

  /** The entities that can be reached through fields without entering another aggregate. */
  private static Set<String> entitiesWithin(CodeBase code, ClassInfo root) {
    Set<String> entities = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<ClassInfo> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      ClassInfo next = open.remove();
      if (!seen.add(next.name())) {
        continue;
      }
      next.state()
          .flatMap(field -> Shapes.held(field.type()).stream())
          .filter(held -> code.isOurs(held) && !code.is(held, Block.AGGREGATE_ROOT))
          .forEach(
              held -> {
                if (code.is(held, Block.ENTITY)) {
                  entities.add(held);
                }
                ClassInfo info = code.find(held);
                if (info != null) {
                  open.add(info);
                }
              });
    }
    return entities;
  }
}
