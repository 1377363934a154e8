package dev.hexwing.architecture;

import java.util.Arrays;
import java.util.List;

/**
 * A pattern of packages: {@code com.example.order} is one package, {@code ..} stands for any number
 * of parts, {@code *} for one. {@code com.example..port.in..} is every {@code port.in} below {@code
 * com.example}, with what lies in it.
 *
 * @param text the pattern
 * @param parts its parts, {@code ..} as one of them
 */
record PackagePattern(String text, List<String> parts) {

  private static final String ANY = "..";

  /** Keeps its own copy. */
  PackagePattern {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it names nothing
   */
  static PackagePattern of(String text) {
    String spaced = text.replace("..", ".|.").replaceAll("^\\.|\\.$", "");
    List<String> parts = Arrays.stream(spaced.split("\\.", -1)).map(PackagePattern::part).toList();
    if (parts.stream().allMatch(ANY::equals) || parts.contains("")) {
      throw new IllegalArgumentException("'" + text + "' is no pattern of packages");
    }
    return new PackagePattern(text, parts);
  }

  private static String part(String part) {
    return part.equals("|") ? ANY : part;
  }

  /** How much it says: the more, the more it counts. */
  int precision() {
    return (int) parts.stream().filter(part -> !part.equals(ANY)).count();
  }

  boolean matches(String packageName) {
    return matched(packageName) >= 0;
  }

  /** How many parts of a package the pattern names before its last {@code ..}; -1 if none. */
  int matched(String packageName) {
    return match(0, split(packageName), 0);
  }

  static List<String> split(String packageName) {
    return List.of(packageName.split("\\."));
  }

  private int match(int part, List<String> names, int at) {
    if (part == parts.size()) {
      return at == names.size() ? at : -1;
    }
    String wanted = parts.get(part);
    if (wanted.equals(ANY)) {
      if (part == parts.size() - 1) {
        return at;
      }
      for (int next = at; next <= names.size(); next++) {
        int end = match(part + 1, names, next);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    boolean fits = at < names.size() && Globs.matches(wanted, names.get(at));
    return fits ? match(part + 1, names, at + 1) : -1;
  }
}
