package dev.hexwing.architecture;

/** Texts with {@code *} for anything. */
final class Globs {

  private Globs() {}

  static boolean matches(String glob, String text) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(text);
    }
    return text.startsWith(glob.substring(0, star))
        && matchesRest(glob.substring(star + 1), text.substring(star));
  }

  private static boolean matchesRest(String glob, String text) {
    for (int start = 0; start <= text.length(); start++) {
      if (matches(glob, text.substring(start))) {
        return true;
      }
    }
    return false;
  }
}
