package dev.hexwing.rest.in;

/** Words of a person: no control characters, which no store and no terminal should meet. */
final class PlainText {

  static final String PATTERN = "[^\\p{Cc}\\p{Cs}]*";
  static final String MESSAGE = "must not hold control characters";

  private PlainText() {}
}
