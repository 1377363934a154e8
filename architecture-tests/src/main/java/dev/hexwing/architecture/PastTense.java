package dev.hexwing.architecture;

import java.util.HashSet;
import java.util.Set;

/** Whether a name ends in a past participle, as far as spelling tells. */
final class PastTense {

  private static final Set<String> IRREGULAR =
      Set.of(
          "Agreed",
          "Begun",
          "Born",
          "Bought",
          "Broken",
          "Brought",
          "Built",
          "Caught",
          "Chosen",
          "Cut",
          "Done",
          "Drawn",
          "Driven",
          "Fallen",
          "Flown",
          "Forgotten",
          "Found",
          "Freed",
          "Given",
          "Gone",
          "Grown",
          "Guaranteed",
          "Held",
          "Hidden",
          "Hit",
          "Hurt",
          "Kept",
          "Known",
          "Laid",
          "Led",
          "Left",
          "Lent",
          "Lost",
          "Made",
          "Met",
          "Overdrawn",
          "Overtaken",
          "Paid",
          "Put",
          "Read",
          "Rebuilt",
          "Repaid",
          "Resent",
          "Reset",
          "Rewritten",
          "Risen",
          "Run",
          "Seen",
          "Sent",
          "Set",
          "Shown",
          "Shut",
          "Sold",
          "Spent",
          "Split",
          "Stolen",
          "Taken",
          "Taught",
          "Told",
          "Thrown",
          "Torn",
          "Undone",
          "Withdrawn",
          "Withheld",
          "Won",
          "Written");

  // End in "ed" as participles do, and are none.
  private static final Set<String> LOOKALIKES = Set.of("Bed", "Hundred", "Red", "Shed", "Sled");

  private final Set<String> known;

  /** Agrees on more words. */
  PastTense(Set<String> agreed) {
    known = new HashSet<>(IRREGULAR);
    known.addAll(agreed);
  }

  boolean holdsFor(String name) {
    String lastWord = name.substring(startOfLastWord(name));
    return known.contains(lastWord) || isRegular(lastWord);
  }

  private static boolean isRegular(String word) {
    return word.endsWith("ed") && !word.endsWith("eed") && !LOOKALIKES.contains(word);
  }

  private static int startOfLastWord(String name) {
    int start = name.length() - 1;
    while (start > 0 && !Character.isUpperCase(name.charAt(start))) {
      start--;
    }
    return Math.max(start, 0);
  }
}
