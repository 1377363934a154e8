package dev.hexwing.domain.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary text out of two numbers: far cheaper than a number for each character. */
final class Texts {

  static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  static final String LETTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz";
  static final String PRINTABLE = printable();

  private static final String PROSE = PRINTABLE + "äéß日本";

  private Texts() {}

  /** Text for people: 1 to some characters, not blank, more than ASCII. */
  static Arbitrary<String> words(int longest) {
    return of(LETTERS, PROSE, longest);
  }

  /** Text of 1 to some characters, the first and the others out of these. */
  static Arbitrary<String> of(String first, String others, int longest) {
    return Combinators.combine(Arbitraries.integers().between(1, longest), Arbitraries.longs())
        .as((length, seed) -> text(first, others, length, seed));
  }

  private static String text(String first, String others, int length, long seed) {
    StringBuilder text = new StringBuilder(length);
    long state = seed;
    for (int i = 0; i < length; i++) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      String alphabet = i == 0 ? first : others;
      text.append(alphabet.charAt((int) ((state >>> 33) % alphabet.length())));
    }
    return text.toString();
  }

  private static String printable() {
    StringBuilder text = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      text.append(c);
    }
    return text.toString();
  }
}
