package dev.hexwing.architecture;

import static dev.hexwing.architecture.Judge.classes;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.MethodInfo;
import dev.hexwing.architecture.classfile.TypeShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/** DDD, third part: repositories, factories, services. */
final class RepositoryRules {

  private RepositoryRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of("DDD-07", layout, areInterfacesInside()),
        Rule.of("DDD-15", layout, RepositoryRules::onePerRoot),
        Rule.of("DDD-18", layout, servicesStandInside()));
  }

  private static Judge areInterfacesInside() {
    return classes(
        (code, type) -> code.is(type, Block.REPOSITORY),
        (code, type, verdict) -> {
          if (!type.isInterface()) {
            verdict.found(type, "is a repository and no interface");
          } else if (!code.roleOf(type).role().isInside()) {
            verdict.found(type, "is a repository outside domain and application");
          }
        });
  }

  private static Judge servicesStandInside() {
    return classes(
        (code, type) -> code.is(type, Block.FACTORY) || code.is(type, Block.DOMAIN_SERVICE),
        (code, type, verdict) -> {
          Role role = code.roleOf(type).role();
          boolean service = code.is(type, Block.DOMAIN_SERVICE);
          if (!role.isDomain() && !(service && role == Role.APPLICATION)) {
            String what = service ? "domain service" : "factory";
            verdict.found(type, "is a " + what + " and stands in " + role.text());
          } else if (service && role.isDomain()) {
            type.state()
                .filter(field -> !field.isFinal())
                .forEach(
                    field ->
                        verdict.found(
                            type, "field " + field.name(), "is state of a domain service"));
          }
        });
  }

  private static void onePerRoot(CodeBase code, Verdict verdict) {
    Map<String, Set<String>> keepers = new HashMap<>();
    int repositories = 0;
    for (ClassInfo one : code.classes()) {
      if (code.is(one, Block.REPOSITORY) && one.isInterface()) {
        repositories++;
        Set<String> kept = kept(code, one);
        if (kept.isEmpty()) {
          verdict.found(one, "keeps no aggregate root");
        }
        kept.forEach(
            root -> keepers.computeIfAbsent(root, name -> new TreeSet<>()).add(one.name()));
        for (String entity : written(code, one, Block.ENTITY)) {
          String message = "keeps " + entity + ", which is no aggregate root";
          verdict.found(one, entity, message, 1, one.line());
        }
      }
    }
    for (ClassInfo one : code.classes()) {
      boolean root =
          code.is(one, Block.AGGREGATE_ROOT)
              && !one.isInterface()
              && !one.has(Opcodes.ACC_ABSTRACT);
      if (root) {
        verdict.judge();
        Set<String> of = keepers.getOrDefault(one.name(), Set.of());
        if (of.isEmpty()) {
          verdict.found(one, "has no repository");
        } else if (of.size() > 1) {
          verdict.found(one, "has several repositories: " + String.join(", ", of));
        }
      }
    }
    verdict.targets(repositories);
  }

  /** The root of jMolecules' type argument; else those that its methods take; else give. */
  private static Set<String> kept(CodeBase code, ClassInfo repository) {
    Set<String> typed = new TreeSet<>();
    for (TypeShape parent : repository.supertypes()) {
      parent.arguments().stream()
          .map(TypeShape::name)
          .filter(name -> code.is(name, Block.AGGREGATE_ROOT))
          .forEach(typed::add);
    }
    if (!typed.isEmpty()) {
      return typed;
    }
    Set<String> taken = written(code, repository, Block.AGGREGATE_ROOT);
    if (!taken.isEmpty()) {
      return taken;
    }
    Set<String> given = new TreeSet<>();
    repository
        .ownMethods()
        .forEach(method -> given.addAll(Shapes.held(code, method.result(), Block.AGGREGATE_ROOT)));
    return given;
  }

  private static Set<String> written(CodeBase code, ClassInfo repository, Block block) {
    Set<String> taken = new TreeSet<>();
    repository
        .ownMethods()
        .map(MethodInfo::parameters)
        .forEach(
            parameters -> parameters.forEach(one -> taken.addAll(Shapes.held(code, one, block))));
    return taken;
  }
}
