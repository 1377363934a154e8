package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** Looks at a code base and says what is wrong. */
@FunctionalInterface
interface Judge {

  /** Judges all that there is to judge. */
  void judge(CodeBase code, Verdict verdict);

  /** The classes that a rule is about. */
  @FunctionalInterface
  interface Subjects extends BiPredicate<CodeBase, ClassInfo> {}

  /** Whether a class may refer to another; the other may be a library's. */
  @FunctionalInterface
  interface Allowance {
    boolean allows(CodeBase code, ClassInfo origin, Reference reference);
  }

  /** Judges classes by themselves; what they could do wrong stands in them. */
  static Judge classes(Subjects subjects, Examination examination) {
    return (code, verdict) -> {
      for (ClassInfo one : code.classes()) {
        if (subjects.test(code, one)) {
          verdict.judge();
          examination.examine(code, one, verdict);
        }
      }
      verdict.targets(verdict.judged());
    };
  }

  /** Judges whom classes refer to; there must be somebody whom they must not. */
  static Judge references(Subjects subjects, Subjects targets, Allowance allowed) {
    return (code, verdict) -> {
      int found = 0;
      for (ClassInfo one : code.classes()) {
        if (targets.test(code, one)) {
          found++;
        }
        if (subjects.test(code, one)) {
          verdict.judge();
          examine(code, one, verdict, allowed);
        }
      }
      verdict.targets(found);
    };
  }

  /** Judges whom classes refer to beyond the project: there is always somebody. */
  static Judge libraries(Subjects subjects, Allowance allowed) {
    return (code, verdict) -> {
      for (ClassInfo one : code.classes()) {
        if (subjects.test(code, one)) {
          verdict.judge();
          examine(code, one, verdict, allowed);
        }
      }
      verdict.targets(verdict.judged());
    };
  }

  private static void examine(CodeBase code, ClassInfo origin, Verdict verdict, Allowance allowed) {
    for (Reference one : origin.references()) {
      if (!allowed.allows(code, origin, one)) {
        int line = one.line() > 1 ? one.line() : origin.line();
        String message = one.verb() + " " + one.target();
        verdict.found(origin, one.target(), message, one.count(), line);
      }
    }
  }

  /** What is asked of one class. */
  @FunctionalInterface
  interface Examination {
    void examine(CodeBase code, ClassInfo subject, Verdict verdict);

    /** An examination that needs nothing but the class. */
    static Examination of(BiConsumer<ClassInfo, Verdict> alone) {
      return (code, subject, verdict) -> alone.accept(subject, verdict);
    }
  }
}
