package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.Names;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A set of types, given by patterns.
 *
 * <p>{@code java.time} is one package, {@code org.jmolecules..} a package and all below it, and
 * {@code java.security.MessageDigest} one class with the classes in it: a last part that begins
 * with a capital letter names a class. Immutable and safe for use by any number of threads.
 *
 * @param patterns the patterns
 */
public record TypeSet(Set<String> patterns) {

  /** Keeps its own copy. */
  public TypeSet {
    patterns = Collections.unmodifiableSet(new LinkedHashSet<>(patterns));
    for (String pattern : patterns) {
      Objects.requireNonNull(pattern, "pattern");
      if (pattern.isEmpty() || pattern.startsWith(".")) {
        throw new IllegalArgumentException("not a pattern of types: '" + pattern + "'");
      }
    }
  }

  /** The types that match any of the patterns. */
  public static TypeSet of(String... patterns) {
    return new TypeSet(new LinkedHashSet<>(List.of(patterns)));
  }

  /** These types and more. */
  public TypeSet and(String... more) {
    Set<String> all = new LinkedHashSet<>(patterns);
    all.addAll(List.of(more));
    return new TypeSet(all);
  }

  /** Whether a type belongs to the set, by its full name. */
  public boolean contains(String className) {
    return matching(className).isPresent();
  }

  /** The first pattern that a type matches. */
  Optional<String> matching(String className) {
    String packageName = Names.packageOf(className);
    return patterns.stream()
        .filter(pattern -> matches(pattern, className, packageName))
        .findFirst();
  }

  private static boolean matches(String pattern, String name, String packageName) {
    if (pattern.endsWith("..")) {
      return isWithin(pattern.substring(0, pattern.length() - 2), packageName);
    }
    if (Character.isUpperCase(pattern.charAt(pattern.lastIndexOf('.') + 1))) {
      return name.equals(pattern) || name.startsWith(pattern + "$");
    }
    return packageName.equals(pattern);
  }

  /** Whether a package is another one or lies below it. */
  static boolean isWithin(String outer, String packageName) {
    return packageName.equals(outer) || packageName.startsWith(outer + ".");
  }
}
