package dev.hexwing.domain.payments;

/** What somebody else wrote, made fit to be kept: one line of bounded length. */
final class Remark {

  private static final int LONGEST = 500;

  private Remark() {}

  /** Up to 500 characters of the text, control characters turned into blanks. */
  static String tidy(String text) {
    String kept = cut(text);
    for (int i = 0; i < kept.length(); i++) {
      if (Character.isISOControl(kept.charAt(i))) {
        return blanked(kept);
      }
    }
    return kept;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, inPair ? LONGEST - 1 : LONGEST);
  }

  private static String blanked(String text) {
    StringBuilder blanked = new StringBuilder(text);
    for (int i = 0; i < blanked.length(); i++) {
      if (Character.isISOControl(blanked.charAt(i))) {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
