package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Names;
import org.jspecify.annotations.Nullable;

/**
 * One way to name classes.
 *
 * @param kind by what
 * @param pattern which, in the words of that kind
 * @param where who says so, for messages
 */
record Matcher(Kind kind, String pattern, String where) {

  /** What classes are named by. */
  enum Kind {
    /** The package, as {@link PackagePattern} has it. */
    PACKAGES("packages"),
    /** Exactly one class, by its full name. */
    TYPES("types"),
    /** The class's name without package, with {@code *} for anything. */
    NAMES("names"),
    /** An annotation on the class, by its full name, with {@code *} for anything. */
    ANNOTATIONS("annotations"),
    /** A class or interface that it extends or implements, however far up. */
    EXTENDS("extends"),
    /** The folder or jar that it came from, with {@code *} for anything. */
    MODULES("modules");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The key in layout files. */
    String key() {
      return key;
    }
  }

  static Matcher packages(String pattern, String where) {
    return new Matcher(Kind.PACKAGES, pattern, where);
  }

  /** Whether it names a class; of one that was not read, only its name is known. */
  boolean fits(String name, @Nullable ClassInfo info, Types types) {
    return switch (kind) {
      case PACKAGES -> PackagePattern.of(pattern).matches(Names.packageOf(name));
      case TYPES -> name.equals(pattern);
      case NAMES -> Globs.matches(pattern, Names.simpleNameOf(name));
      case ANNOTATIONS ->
          info != null && info.isAnnotatedWith(type -> Globs.matches(pattern, type));
      case EXTENDS -> !name.equals(pattern) && types.isAssignable(name, pattern);
      case MODULES -> info != null && Globs.matches(pattern, info.container());
    };
  }

  /** Who says what, for messages. */
  String text() {
    return kind.key() + " " + pattern + " (" + where + ")";
  }
}
