package dev.hexwing.examples.droneshop.csv;

/** Shows text from a file in a message: in quotes, on one line, not too long. */
final class Texts {

  private static final int LONGEST = 40;

  private Texts() {}

  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return '"' + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain) + '"';
  }
}
