package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A set of methods, constructors and fields, given by patterns.
 *
 * <p>{@code java.time#now} is every {@code now} of every class in a package, {@code
 * java.util.Date#<init>()} exactly the constructor without parameters. Members of a class are
 * members of its subclasses too.
 */
record MemberSet(Map<String, List<Pattern>> byName) {

  static MemberSet of(String... patterns) {
    Map<String, List<Pattern>> byName = new HashMap<>();
    for (String text : patterns) {
      Pattern one = Pattern.parse(text);
      byName.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one);
    }
    return new MemberSet(byName);
  }

  boolean contains(CodeBase code, Access access) {
    List<Pattern> candidates = byName.getOrDefault(access.name(), List.of());
    return candidates.stream().anyMatch(pattern -> pattern.matches(code, access));
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

    boolean matches(CodeBase code, Access access) {
      return (anyParameters || parameters.equals(access.parameters()))
          && code.supertypesOf(access.owner()).stream().anyMatch(owner::contains);
    }
  }
}
