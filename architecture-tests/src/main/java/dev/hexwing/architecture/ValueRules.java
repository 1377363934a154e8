package dev.hexwing.architecture;

import static dev.hexwing.architecture.HexagonRules.DOMAIN;
import static dev.hexwing.architecture.Judge.classes;

import dev.hexwing.architecture.Judge.Subjects;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.FieldInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** DDD, second part: values and refusals. */
final class ValueRules {

  private ValueRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of(
            "DDD-05",
            layout,
            classes(
                (code, type) -> DOMAIN.test(code, type) && isValue(code, type),
                Immutability::judge)),
        Rule.of(
            "DDD-06",
            layout,
            classes(
                (code, type) -> DOMAIN.test(code, type) && type.isRecord(), Copies::judgeRecord)),
        Rule.of("DDD-08", layout, refusalsAreSealed()),
        Rule.of("DDD-14", layout, holdNoEntity(ValueRules::isValue)));
  }

  private static boolean isValue(CodeBase code, ClassInfo type) {
    return code.is(type, Block.VALUE_OBJECT) || code.is(type, Block.IDENTIFIER);
  }

  static boolean isValueOrEvent(CodeBase code, ClassInfo type) {
    return isValue(code, type) || code.is(type, Block.DOMAIN_EVENT);
  }

  /** Says of each entity and aggregate that such a class holds. */
  static Judge holdNoEntity(Subjects subjects) {
    return (code, verdict) -> {
      int entities = 0;
      for (ClassInfo type : code.classes()) {
        boolean entity = code.is(type, Block.ENTITY) || code.is(type, Block.AGGREGATE_ROOT);
        entities += entity ? 1 : 0;
        if (subjects.test(code, type) && !type.isInterface()) {
          verdict.judge();
          type.state().forEach(field -> judge(code, type, field, verdict));
        }
      }
      verdict.targets(entities);
    };
  }

  private static void judge(CodeBase code, ClassInfo type, FieldInfo field, Verdict verdict) {
    Set<String> held = new TreeSet<>(Shapes.held(code, field.type(), Block.ENTITY));
    held.addAll(Shapes.held(code, field.type(), Block.AGGREGATE_ROOT));
    for (String one : held) {
      String message = "field " + field.name() + " holds " + one;
      verdict.found(type, one, message, 1, type.line());
    }
  }

  private static Judge refusalsAreSealed() {
    return classes(
        ValueRules::isRefusal,
        (code, type, verdict) -> {
          String error = code.layout().refusalType();
          if (!code.isAssignable(type.name(), error)) {
            verdict.found(type, "is named a refusal and is no " + error);
          } else if (type.isInterface()) {
            if (!type.isSealed()) {
              verdict.found(type, "is a family of refusals and not sealed");
            }
          } else {
            judgeRefusal(code, type, verdict);
          }
        });
  }

  private static void judgeRefusal(CodeBase code, ClassInfo type, Verdict verdict) {
    if (!type.isRecord() && !type.isEnum()) {
      verdict.found(type, "is a refusal and no record");
    }
    boolean sealed =
        code.supertypesOf(type.name()).stream()
            .map(code::find)
            .anyMatch(
                face ->
                    face != null
                        && face.isInterface()
                        && face.isSealed()
                        && code.isAssignable(face.name(), code.layout().refusalType()));
    if (!sealed) {
      verdict.found(type, "belongs to no sealed family of refusals");
    }
  }

  private static boolean isRefusal(CodeBase code, ClassInfo type) {
    String error = code.layout().refusalType();
    RoleAssignment told = code.roleOf(type);
    return !error.isEmpty()
        && told.role().isInside()
        && !told.context().isEmpty()
        && !told.context().equals(code.layout().sharedKernel())
        && (code.isAssignable(type.name(), error) || type.simpleName().endsWith("Refusal"));
  }
}
