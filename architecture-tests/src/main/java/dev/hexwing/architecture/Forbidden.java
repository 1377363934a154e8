package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.Access;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.function.Predicate;

/** Types and members that some classes must not touch: called, referred to, or merely named. */
record Forbidden(TypeSet types, MemberSet members) {

  // It marks values and moves none.
  private static final String SERIALIZABLE = "java.io.Serializable";

  /** Reports each type, and each member of a type that is allowed otherwise. */
  void in(CodeBase code, ClassInfo origin, Verdict verdict) {
    in(code, origin, verdict, target -> false);
  }

  /** The same, but for some types. */
  void in(CodeBase code, ClassInfo origin, Verdict verdict, Predicate<String> except) {
    for (Reference one : origin.references()) {
      if (types.contains(one.target())
          && !except.test(one.target())
          && !isAllowed(code, one.target())) {
        int line = one.line() > 1 ? one.line() : origin.line();
        verdict.found(origin, one.target(), one.verb() + " " + one.target(), one.count(), line);
      }
    }
    for (Access one : origin.accesses()) {
      if (!types.contains(one.owner()) && members.contains(code, one)) {
        verdict.found(origin, one.text(), "uses " + one.text(), one.count(), one.line());
      }
    }
  }

  /** What a layout allows the domain by name, it allows for good. */
  private static boolean isAllowed(CodeBase code, String target) {
    return target.equals(SERIALIZABLE)
        || code.layout().allowances().stream()
            .filter(one -> one.list().equals("domain"))
            .anyMatch(one -> TypeSet.of(one.pattern()).contains(target));
  }
}
