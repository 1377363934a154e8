package dev.hexwing.domain.testkit;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary text out of two numbers: far cheaper than a number for each character. */
final class Texts {

  static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  static final String LETTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz";
  static final String PRINTABLE = printable();

  /** What breaks programs that take text for harmless; not blank, no control characters. */
  static final List<String> NAUGHTY =
      List.of(
          "null",
          "undefined",
          "-1",
          "NaN",
          "1/0",
          "' OR 1=1 --",
          "<script>alert(1)</script>",
          "${jndi:ldap://x}",
          "%s%n%d",
          "../../etc/passwd",
          "=1+1",
          "\\\"",
          "{\"a\":1}",
          "\uD83D\uDE80",
          "\u202Etxet",
          "e\u0301",
          "\u200Bx",
          "\uFEFFx",
          "İıſß",
          "𝔘𝔫𝔦",
          "田中さん",
          "الله",
          " x ");

  private static final String PROSE = PRINTABLE + "äéß日本";

  private Texts() {}

  /** Text for people: 1 to some characters, not blank, more than ASCII; one in ten is naughty. */
  static Arbitrary<String> words(int longest) {
    List<String> fitting = NAUGHTY.stream().filter(text -> text.length() <= longest).toList();
    return Arbitraries.frequencyOf(
        Tuple.of(9, of(LETTERS, PROSE, longest)), Tuple.of(1, Arbitraries.of(fitting)));
  }

  /** Text of 1 to some characters, the first and the others out of these. */
  static Arbitrary<String> of(String first, String others, int longest) {
    return between(first, others, 1, longest);
  }

  /** Text of some characters to some, the first and the others out of these. */
  static Arbitrary<String> between(String first, String others, int shortest, int longest) {
    return Combinators.combine(
            Arbitraries.integers().between(shortest, longest), Arbitraries.longs())
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
