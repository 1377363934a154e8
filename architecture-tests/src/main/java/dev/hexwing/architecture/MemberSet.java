package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of methods, constructors and fields, given by patterns.
 *
 * <p>{@code java.time#now} is every {@code now} of every class in a package, {@code
 * java.util.Date#<init>()} exactly the constructor without parameters. Members of a class are
 * members of its subclasses too.
 */
record MemberSet(List<Pattern> members) {

  /** Keeps its own copy. */
  MemberSet {
    members = List.copyOf(members);
  }

  static MemberSet of(String... patterns) {
    return new MemberSet(List.of(patterns).stream().map(Pattern::parse).toList());
  }

  boolean contains(JavaAccess<?> access) {
    return members.stream().anyMatch(pattern -> pattern.matches(access.getTarget()));
  }

  /** An owner, a name, and the parameters where they matter: {@code owner#name(types)}. */
  record Pattern(TypeSet owner, String name, boolean anyParameters, String parameters) {

    static Pattern parse(String text) {
      int hash = text.indexOf('#');
      int open = text.indexOf('(');
      String name = open < 0 ? text.substring(hash + 1) : text.substring(hash + 1, open);
      String parameters = open < 0 ? "" : text.substring(open + 1, text.length() - 1);
      return new Pattern(TypeSet.of(text.substring(0, hash)), name, open < 0, parameters);
    }

    boolean matches(AccessTarget target) {
      return target.getName().equals(name)
          && target.getOwner().getAllClassesSelfIsAssignableTo().stream().anyMatch(owner::contains)
          && (anyParameters
              || (target instanceof CodeUnitAccessTarget codeUnit
                  && parameters.equals(typesOf(codeUnit))));
    }

    private static String typesOf(CodeUnitAccessTarget codeUnit) {
      return codeUnit.getRawParameterTypes().stream()
          .map(JavaClass::getName)
          .collect(Collectors.joining(","));
    }
  }
}
