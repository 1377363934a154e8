package dev.hexwing.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a name says what has happened: a past participle anywhere in it. */
final class PastTense {

  private static final Set<String> IRREGULAR =
      Set.of(
          "Agreed",
          "Awoken",
          "Beaten",
          "Become",
          "Begun",
          "Bent",
          "Bitten",
          "Blown",
          "Born",
          "Bought",
          "Bound",
          "Bred",
          "Broken",
          "Brought",
          "Built",
          "Caught",
          "Chosen",
          "Come",
          "Dealt",
          "Done",
          "Drawn",
          "Driven",
          "Dug",
          "Eaten",
          "Fallen",
          "Fed",
          "Felt",
          "Fled",
          "Flown",
          "Forbidden",
          "Forgiven",
          "Forgotten",
          "Fought",
          "Found",
          "Freed",
          "Frozen",
          "Given",
          "Gone",
          "Ground",
          "Grown",
          "Guaranteed",
          "Heard",
          "Held",
          "Hidden",
          "Hung",
          "Kept",
          "Known",
          "Laid",
          "Learnt",
          "Led",
          "Left",
          "Lent",
          "Lit",
          "Lost",
          "Made",
          "Meant",
          "Met",
          "Mistaken",
          "Outgrown",
          "Overdrawn",
          "Overheard",
          "Overridden",
          "Overrun",
          "Oversold",
          "Overtaken",
          "Overthrown",
          "Paid",
          "Proven",
          "Rebuilt",
          "Redone",
          "Remade",
          "Repaid",
          "Resent",
          "Resold",
          "Retaken",
          "Rethought",
          "Retold",
          "Rewritten",
          "Ridden",
          "Risen",
          "Rung",
          "Seen",
          "Sent",
          "Sewn",
          "Shaken",
          "Shot",
          "Shown",
          "Shrunk",
          "Slept",
          "Sold",
          "Sought",
          "Spent",
          "Spoken",
          "Sprung",
          "Stolen",
          "Stood",
          "Struck",
          "Stuck",
          "Sung",
          "Sunk",
          "Swept",
          "Swollen",
          "Sworn",
          "Taken",
          "Taught",
          "Thought",
          "Thrown",
          "Told",
          "Torn",
          "Unbound",
          "Understood",
          "Undertaken",
          "Undone",
          "Upheld",
          "Withdrawn",
          "Withheld",
          "Woken",
          "Won",
          "Worn",
          "Wound",
          "Woven",
          "Written");

  // The same word gives an order; it does so if it comes first, as in SplitOrder.
  private static final Set<String> ALSO_ORDERS =
      Set.of(
          "Bet",
          "Broadcast",
          "Burst",
          "Cast",
          "Cost",
          "Cut",
          "Forecast",
          "Hit",
          "Hurt",
          "Let",
          "Offset",
          "Preset",
          "Put",
          "Quit",
          "Read",
          "Rerun",
          "Reset",
          "Rid",
          "Run",
          "Set",
          "Shut",
          "Split",
          "Spread",
          "Upset");

  // End in "ed" as participles do, and are none.
  private static final Set<String> LOOKALIKES =
      Set.of(
          "Bed", "Biped", "Embed", "Hundred", "Naked", "Red", "Shed", "Shred", "Sled", "Ted",
          "Wed");

  private final Set<String> known;

  /** Agrees on more words. */
  PastTense(Set<String> agreed) {
    known = new HashSet<>(IRREGULAR);
    known.addAll(agreed);
  }

  boolean holdsFor(String name) {
    List<String> words = List.of(name.split("(?=\\p{Lu})"));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).replaceAll("\\P{L}+$", "");
      if (known.contains(word) || isRegular(word) || (i > 0 && ALSO_ORDERS.contains(word))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRegular(String word) {
    return word.length() > 2
        && Character.isUpperCase(word.charAt(0))
        && word.endsWith("ed")
        && !word.endsWith("eed")
        && !LOOKALIKES.contains(word);
  }
}
