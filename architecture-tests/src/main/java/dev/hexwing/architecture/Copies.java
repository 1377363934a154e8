package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.FieldInfo;
import dev.hexwing.architecture.classfile.MethodInfo;
import dev.hexwing.architecture.classfile.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Whether a class keeps collections of others, or gives its own away. */
final class Copies {

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.util.Map",
          "java.util.SortedSet",
          "java.util.SortedMap",
          "java.util.NavigableSet",
          "java.util.NavigableMap",
          "java.util.SequencedCollection",
          "java.util.SequencedMap",
          "java.util.SequencedSet");

  private static final List<String> IMMUTABLE =
      List.of("copyOf", "of", "ofEntries", "toList", "toUnmodifiable", "immutable", "empty");

  /** What a value is to whoever kept it. */
  private enum Kept {
    /** Nobody can change it. */
    IMMUTABLE,
    /** Only its keeper can change it. */
    OWN,
    /** Somebody else can change it. */
    SHARED
  }

  private Copies() {}

  /** Names the collections that a record keeps as it was given them. */
  static void judgeRecord(CodeBase code, ClassInfo type, Verdict verdict) {
    collections(type)
        .forEach(
            field -> {
              Kept kept = kept(code, type, field);
              if (kept == Kept.SHARED) {
                verdict.found(type, label(field), "is kept as it was given");
              } else if (kept == Kept.OWN) {
                verdict.found(type, label(field), "can be changed by whoever reads it");
              }
            });
  }

  /** Names the collections that a class keeps as it was given them, or gives away. */
  static void judgeClass(CodeBase code, ClassInfo type, Verdict verdict) {
    collections(type)
        .forEach(
            field -> {
              Kept kept = kept(code, type, field);
              if (kept == Kept.SHARED) {
                verdict.found(type, label(field), "is kept as it was given");
              } else if (kept == Kept.OWN) {
                type.ownMethods()
                    .filter(method -> gives(method, field))
                    .forEach(
                        method ->
                            verdict.found(type, label(field), "is given away by " + method.name()));
              }
            });
  }

  private static Stream<FieldInfo> collections(ClassInfo type) {
    return type.state()
        .filter(field -> !field.type().isArray() && COLLECTIONS.contains(field.type().name()));
  }

  private static String label(FieldInfo field) {
    return "field " + field.name();
  }

  private static boolean gives(MethodInfo method, FieldInfo field) {
    return !method.has(Opcodes.ACC_PRIVATE)
        && method.returns().stream()
            .anyMatch(
                value -> value.kind() == Value.Kind.FIELD && value.name().equals(field.name()));
  }

  private static Kept kept(CodeBase code, ClassInfo type, FieldInfo field) {
    Kept worst = Kept.IMMUTABLE;
    for (MethodInfo method : type.methods()) {
      Value value = method.writes().get(field.name());
      if (value != null) {
        Kept kept = kept(code, value, new HashSet<>());
        worst = kept.compareTo(worst) > 0 ? kept : worst;
      }
    }
    return worst;
  }

  private static Kept kept(CodeBase code, Value value, Set<String> seen) {
    return switch (value.kind()) {
      case PARAMETER, FIELD, OTHER -> Kept.SHARED;
      case NEW -> Kept.OWN;
      case CALL -> {
        ClassInfo owner = code.find(value.owner());
        if (owner != null && seen.add(value.owner() + "#" + value.name())) {
          yield keptOfMethod(code, owner, value.name(), seen);
        }
        yield IMMUTABLE.stream().anyMatch(value.name()::startsWith)
                || value.name().startsWith("unmodifiable")
                || value.name().startsWith("singleton")
                || value.name().equals("nCopies")
            ? Kept.IMMUTABLE
            : Kept.OWN;
      }
    };
  }

  private static Kept keptOfMethod(CodeBase code, ClassInfo type, String name, Set<String> seen) {
    Kept worst = Kept.IMMUTABLE;
    for (MethodInfo method : type.methods()) {
      if (method.name().equals(name)) {
        for (Value value : method.returns()) {
          Kept kept = kept(code, value, seen);
          worst = kept.compareTo(worst) > 0 ? kept : worst;
        }
      }
    }
    return worst;
  }
}
