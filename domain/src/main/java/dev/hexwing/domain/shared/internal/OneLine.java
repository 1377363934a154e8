package dev.hexwing.domain.shared.internal;

/** Text that a person wrote on one line. */
public final class OneLine {

  private OneLine() {}

  /** Whether a text has a visible character, no more than so many of all, and no control. */
  public static boolean fits(String text, int longest) {
    if (text.length() > longest || text.isBlank()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
