package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.FieldInfo;
import dev.hexwing.architecture.classfile.MethodInfo;
import dev.hexwing.architecture.classfile.TypeShape;
import org.objectweb.asm.Opcodes;

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

  private Immutability() {}

  /** Names what lets an object of a class change. */
  static void judge(CodeBase code, ClassInfo type, Verdict verdict) {
    if (type.isInterface() || type.isEnum()) {
      return;
    }
    boolean closed =
        type.has(Opcodes.ACC_FINAL)
            || type.isSealed()
            || type.has(Opcodes.ACC_ABSTRACT)
            || type.constructors().allMatch(one -> one.has(Opcodes.ACC_PRIVATE));
    if (!closed) {
      verdict.found(type, "", "is not final");
    }
    type.state().forEach(field -> judge(code, type, field, verdict));
    if (!type.isRecord()) {
      Copies.judgeClass(code, type, verdict);
    }
  }

  private static void judge(CodeBase code, ClassInfo type, FieldInfo field, Verdict verdict) {
    String label = "field " + field.name();
    if (!field.isFinal() && !field.isTransient()) {
      String how = writers(type, field);
      verdict.found(type, label, how.isEmpty() ? "is not final" : "is not final and set by " + how);
    }
    for (TypeShape part : field.type().parts()) {
      if (part.isArray()) {
        verdict.found(type, label, "holds a mutable array of " + part.name());
      }
    }
    for (String held : Shapes.held(field.type())) {
      if (MUTABLE.contains(held)) {
        verdict.found(type, label, "holds mutable " + held);
      } else if (!held.equals(type.name()) && isMutable(code, held)) {
        verdict.found(type, label, "holds mutable " + held);
      }
    }
  }

  /** Which methods set a field, fluent ones and Lombok's included. */
  private static String writers(ClassInfo type, FieldInfo field) {
    return type.ownMethods()
        .filter(method -> method.writes().containsKey(field.name()))
        .map(MethodInfo::name)
        .sorted()
        .findFirst()
        .orElse("");
  }

  /** One of our own that changes; entities and aggregates are another rule's. */
  private static boolean isMutable(CodeBase code, String name) {
    ClassInfo info = code.find(name);
    return info != null
        && code.isOurs(name)
        && !code.is(name, Block.ENTITY)
        && !code.is(name, Block.AGGREGATE_ROOT)
        && !info.isEnum()
        && info.state().anyMatch(field -> !field.isFinal() && !field.isTransient());
  }
}
