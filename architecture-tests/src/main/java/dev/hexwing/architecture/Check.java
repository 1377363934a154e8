package dev.hexwing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Turns plain functions into the predicates and conditions of ArchUnit. */
final class Check {

  private Check() {}

  /** The classes that a rule is about. */
  static DescribedPredicate<JavaClass> subjects(String description, Predicate<JavaClass> test) {
    return DescribedPredicate.describe(description, test);
  }

  /** A condition that names each violation that it finds; one named twice counts once. */
  static ArchCondition<JavaClass> that(
      String description, BiConsumer<JavaClass, Consumer<String>> finder) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        Set<String> found = new TreeSet<>();
        finder.accept(subject, found::add);
        found.forEach(message -> events.add(SimpleConditionEvent.violated(subject, message)));
      }
    };
  }

  /** A condition on what a class depends on; dependencies on itself and primitives are fine. */
  static ArchCondition<JavaClass> dependencies(String description, Allowance allowed) {
    return that(
        description,
        (subject, violations) ->
            subject.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !isTrivial(dependency.getTargetClass()))
                .filter(
                    dependency ->
                        !allowed.allows(
                            subject, dependency.getTargetClass().getBaseComponentType()))
                .forEach(dependency -> violations.accept(dependency.getDescription())));
  }

  /** A message about a class as a whole, with its place. */
  static String about(JavaClass subject, String text) {
    return "Class <" + subject.getName() + "> " + text + " in " + subject.getSourceCodeLocation();
  }

  /** A message about a member, with its place. */
  static String about(JavaMember member, String text) {
    return member.getDescription() + " " + text + " in " + member.getSourceCodeLocation();
  }

  private static boolean isTrivial(JavaClass target) {
    return target.getBaseComponentType().isPrimitive();
  }

  /** Whether one class may depend on another. */
  interface Allowance {
    boolean allows(JavaClass origin, JavaClass target);
  }
}
