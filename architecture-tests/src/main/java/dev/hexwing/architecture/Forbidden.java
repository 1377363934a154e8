package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/** Types and members that some classes must not touch: called, referred to, or merely named. */
record Forbidden(TypeSet types, MemberSet members) {

  /** One line for each place where a class touches them. */
  Stream<String> in(JavaClass origin) {
    return Stream.concat(
        origin.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> types.contains(dependency.getTargetClass()))
            .map(Dependency::getDescription),
        origin.getAccessesFromSelf().stream()
            .filter(members::contains)
            .map(JavaAccess::getDescription));
  }
}
