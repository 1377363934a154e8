package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.about;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Whether an object can change after it was made, as far as its class tells. */
final class Immutability {

  private static final TypeSet MUTABLE =
      TypeSet.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.io..",
          "java.nio",
          "java.sql..",
          "java.text..",
          "java.util.AbstractCollection",
          "java.util.AbstractList",
          "java.util.AbstractMap",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.BitSet",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.Deque",
          "java.util.Dictionary",
          "java.util.EnumMap",
          "java.util.EnumSet",
          "java.util.Enumeration",
          "java.util.GregorianCalendar",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Hashtable",
          "java.util.IdentityHashMap",
          "java.util.Iterator",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.PriorityQueue",
          "java.util.Properties",
          "java.util.Queue",
          "java.util.Random",
          "java.util.Stack",
          "java.util.StringJoiner",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.Vector",
          "java.util.WeakHashMap",
          "java.util.concurrent..");

  private static final TypeSet COLLECTIONS =
      TypeSet.of("java.util.Collection", "java.util.List", "java.util.Set", "java.util.Map");

  private final Layout layout;

  Immutability(Layout layout) {
    this.layout = layout;
  }

  /** Names what lets an object of a class change. */
  void judge(JavaClass type, Consumer<String> violations) {
    if (!type.isInterface()
        && !type.isEnum()
        && !type.getModifiers().contains(JavaModifier.FINAL)
        && !type.isSealed()) {
      violations.accept(about(type, "is not final"));
    }
    Shapes.stateOf(type).forEach(field -> judge(field, violations));
  }

  private void judge(JavaField field, Consumer<String> violations) {
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      violations.accept(about(field, "is not final"));
    }
    Shapes.involvedIn(field.getType()).stream()
        .filter(this::isMutable)
        .forEach(held -> violations.accept(about(field, "holds mutable <" + held.getName() + ">")));
  }

  private boolean isMutable(JavaClass held) {
    return held.isArray()
        || MUTABLE.contains(held)
        || (layout.isOurs(held)
            && Shapes.stateOf(held)
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.FINAL)));
  }

  /** Names the collections that a record keeps as it was given them. */
  static void judgeCopies(JavaClass type, Consumer<String> violations) {
    long held =
        Shapes.stateOf(type).filter(field -> COLLECTIONS.contains(field.getRawType())).count();
    type.getConstructors().stream()
        .filter(constructor -> !delegates(constructor))
        .filter(constructor -> copiesIn(constructor) < held)
        .forEach(
            constructor ->
                violations.accept(
                    constructor.getDescription()
                        + " copies "
                        + copiesIn(constructor)
                        + " of "
                        + held
                        + " collections in "
                        + constructor.getSourceCodeLocation()));
  }

  private static boolean delegates(JavaCodeUnit constructor) {
    return constructor.getConstructorCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().equals(constructor.getOwner()));
  }

  /** Copies made by a constructor, or by methods of its own class that it calls. */
  private static long copiesIn(JavaCodeUnit constructor) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    return copiesIn(constructor, constructor.getOwner(), seen);
  }

  private static long copiesIn(JavaCodeUnit codeUnit, JavaClass owner, Set<JavaCodeUnit> seen) {
    if (!seen.add(codeUnit)) {
      return 0;
    }
    long copies = 0;
    for (var access : codeUnit.getAccessesFromSelf()) {
      if (access.getName().equals("copyOf") && COLLECTIONS.contains(access.getTargetOwner())) {
        copies++;
      } else if (access.getTargetOwner().equals(owner)
          && access.getTarget().resolveMember().orElse(null) instanceof JavaMethod called) {
        copies += copiesIn(called, owner, seen);
      }
    }
    return copies;
  }
}
