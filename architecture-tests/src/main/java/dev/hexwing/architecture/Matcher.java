package dev.hexwing.architecture;

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

  /** Who says what, for messages. */
  String text() {
    return kind.key() + " " + pattern + " (" + where + ")";
  }
}
