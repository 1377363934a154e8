package dev.hexwing.examples.droneshop.csv;

/** Reads numbers out of fields; what is none is told by the name of its column. */
final class Numbers {

  private Numbers() {}

  static long whole(String column, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
      throw new IllegalArgumentException(
          "%s must be %d to %d: %s".formatted(column, least, most, text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          column + " must be a whole number: " + Texts.shown(text), e);
    }
  }

  static double degrees(String column, String text, double most) {
    if (!text.matches("[-+]?[0-9]{1,3}(\\.[0-9]{1,20})?")) {
      throw new IllegalArgumentException(
          column + " must be a decimal number: " + Texts.shown(text));
    }
    double number = Double.parseDouble(text);
    if (Math.abs(number) > most) {
      throw new IllegalArgumentException(
          "%s must be -%.0f to %.0f: %s".formatted(column, most, most, text));
    }
    return number;
  }
}
