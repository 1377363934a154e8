package dev.hexwing.architecture;

import static dev.hexwing.architecture.HexagonRules.DOMAIN;
import static dev.hexwing.architecture.Judge.classes;
import static dev.hexwing.architecture.PurityRules.label;

import dev.hexwing.architecture.Judge.Subjects;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.FieldInfo;
import dev.hexwing.architecture.classfile.MethodInfo;
import dev.hexwing.architecture.classfile.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/** DDD, first part: aggregates and the entities in them. */
final class AggregateRules {

  static final Subjects AGGREGATES = (code, type) -> code.is(type, Block.AGGREGATE_ROOT);

  private static final Set<String> IDENTIFYING =
      Set.of("Id", "EmbeddedId", "Identity", "AggregateIdentifier");

  private AggregateRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of("DDD-01", layout, AggregateRules::referByIdAlone),
        Rule.of("DDD-02", layout, noPublicConstructors()),
        Rule.of("DDD-03", layout, noSetters()),
        Rule.of("DDD-04", layout, haveTheirIdentity()),
        Rule.of("DDD-13", layout, AggregateRules::speakOfOthersByIdAlone),
        Rule.of("DDD-17", layout, Entities::belongToOneAggregate),
        Rule.of("DDD-19", layout, areNotAnemic()));
  }

  /** A root held by a value or an event is those rules' finding. */
  private static void referByIdAlone(CodeBase code, Verdict verdict) {
    int roots = 0;
    for (ClassInfo type : code.classes()) {
      roots += AGGREGATES.test(code, type) ? 1 : 0;
      if (isStateful(code, type) && !ValueRules.isValueOrEvent(code, type)) {
        verdict.judge();
        findRoots(code, type, verdict);
      }
    }
    verdict.targets(roots);
  }

  /** What has state of the business; what only works on it may be handed an aggregate. */
  private static boolean isStateful(CodeBase code, ClassInfo type) {
    return DOMAIN.test(code, type)
        && !type.isInterface()
        && !code.is(type, Block.REPOSITORY)
        && !code.is(type, Block.FACTORY)
        && !code.is(type, Block.DOMAIN_SERVICE);
  }

  private static void findRoots(CodeBase code, ClassInfo type, Verdict verdict) {
    Map<String, List<String>> fields = new TreeMap<>();
    type.state()
        .forEach(
            field ->
                Shapes.held(code, field.type(), Block.AGGREGATE_ROOT)
                    .forEach(
                        held ->
                            fields
                                .computeIfAbsent(held, name -> new ArrayList<>())
                                .add(field.name())));
    fields.forEach(
        (held, names) -> {
          String message = "holds aggregate " + held + " in " + String.join(", ", names);
          verdict.found(type, held, message, names.size(), type.line());
        });
  }

  private static Judge noPublicConstructors() {
    return classes(
        AGGREGATES,
        (code, type, verdict) ->
            type.constructors()
                .filter(one -> one.has(Opcodes.ACC_PUBLIC))
                .forEach(
                    one ->
                        verdict.found(
                            type, "constructor", "is public", 1, Math.max(1, one.line()))));
  }

  private static Judge noSetters() {
    return classes(
        AGGREGATES,
        (code, type, verdict) -> {
          type.ownMethods()
              .filter(AggregateRules::isSetter)
              .forEach(
                  method ->
                      verdict.found(
                          type, label(method), "is a setter", 1, Math.max(1, method.line())));
          type.state()
              .filter(field -> !field.isPrivate())
              .forEach(field -> verdict.found(type, "field " + field.name(), "is not private"));
        });
  }

  static boolean isSetter(MethodInfo method) {
    return method.name().matches("set\\p{Lu}.*")
        && !method.parameters().isEmpty()
        && !method.has(Opcodes.ACC_PRIVATE);
  }

  private static Judge haveTheirIdentity() {
    return classes(
        (code, type) ->
            (code.is(type, Block.AGGREGATE_ROOT) || code.is(type, Block.ENTITY))
                && !type.isInterface()
                && !type.has(Opcodes.ACC_ABSTRACT),
        AggregateRules::judgeIdentity);
  }

  private static void judgeIdentity(CodeBase code, ClassInfo type, Verdict verdict) {
    List<FieldInfo> fields = identities(code, type);
    if (fields.size() > 1) {
      verdict.found(type, "has " + fields.size() + " identities");
    }
    if (fields.isEmpty()) {
      if (typedIdentity(code, type).isEmpty()) {
        verdict.found(type, "has no identity");
      }
      return;
    }
    for (FieldInfo field : fields) {
      boolean jmolecules =
          field.annotations().stream().anyMatch(one -> one.type().equals(Stereotypes.IDENTITY));
      String label = "field " + field.name();
      if (jmolecules && !field.isFinal()) {
        verdict.found(type, label, "is not final");
      }
      if (!isId(code, field.type().name()) || field.type().isArray()) {
        verdict.found(type, label, "is no id of its own type but " + field.type().name());
      }
    }
  }

  private static List<FieldInfo> identities(CodeBase code, ClassInfo type) {
    List<FieldInfo> found = new ArrayList<>();
    ClassInfo next = type;
    for (int depth = 0; next != null && depth < 10; depth++) {
      next.state()
          .filter(
              field ->
                  field.annotations().stream()
                      .anyMatch(one -> IDENTIFYING.contains(one.simpleName())))
          .forEach(found::add);
      next = code.find(next.superclass());
    }
    return found;
  }

  /** The id type that a class names as a type argument of a jMolecules type. */
  private static List<TypeShape> typedIdentity(CodeBase code, ClassInfo type) {
    List<TypeShape> found = new ArrayList<>();
    for (String parent : code.supertypesOf(type.name())) {
      ClassInfo info = code.find(parent);
      if (info != null) {
        info.supertypes().stream()
            .filter(shape -> shape.name().startsWith("org.jmolecules.ddd.types."))
            .flatMap(shape -> shape.arguments().stream())
            .forEach(found::add);
      }
    }
    return found;
  }

  /** A typed id: told to be one, or at least a value of our own. */
  static boolean isId(CodeBase code, String name) {
    return code.is(name, Block.IDENTIFIER);
  }

  private static void speakOfOthersByIdAlone(CodeBase code, Verdict verdict) {
    for (ClassInfo type : code.classes()) {
      if (AGGREGATES.test(code, type)) {
        verdict.judge();
        type.ownMethods()
            .filter(method -> !method.has(Opcodes.ACC_PRIVATE))
            .forEach(method -> findOthers(code, type, method, verdict));
      }
    }
    verdict.targets(verdict.judged());
  }

  private static void findOthers(
      CodeBase code, ClassInfo type, MethodInfo method, Verdict verdict) {
    Set<String> named = new TreeSet<>(Shapes.held(code, method.result(), Block.AGGREGATE_ROOT));
    method.parameters().forEach(one -> named.addAll(Shapes.held(code, one, Block.AGGREGATE_ROOT)));
    named.remove(type.name());
    for (String other : named) {
      String message = label(method) + " speaks of aggregate " + other;
      verdict.found(type, other, message, 1, Math.max(1, method.line()));
    }
  }

  private static Judge areNotAnemic() {
    return classes(
        AGGREGATES,
        (code, type, verdict) -> {
          List<MethodInfo> methods =
              type.ownMethods()
                  .filter(method -> !method.has(Opcodes.ACC_STATIC))
                  .filter(method -> !OBJECTS.contains(method.name()))
                  .toList();
          boolean acts = methods.stream().anyMatch(method -> !isAccessor(method));
          if (!acts && type.state().count() > 1 && !methods.isEmpty()) {
            verdict.found(type, "only hands out and takes in its state");
          }
        });
  }

  private static final Set<String> OBJECTS = Set.of("equals", "hashCode", "toString", "canEqual");

  /** Hands out one field, or stores one parameter, and does nothing else. */
  private static boolean isAccessor(MethodInfo method) {
    boolean getter = method.parameters().isEmpty() && method.instructions() <= 3;
    boolean setter =
        method.parameters().size() == 1
            && method.writes().size() == 1
            && method.instructions() <= 5;
    return getter || setter;
  }
}
