package dev.hexwing.architecture;

/**
 * What a rule looked at: a rule that looked at nothing has proven nothing.
 *
 * @param rule the rule's id
 * @param judged how many classes or packages it judged
 * @param targets how many classes it could have complained about; for rules that look at the judged
 *     classes alone the same as {@code judged}
 * @param findings how many findings it has, suppressed ones not counted
 */
public record RuleTally(String rule, int judged, int targets, int findings) {

  /** Whether the rule could not have failed. */
  public boolean isVacuous() {
    return judged == 0 || targets == 0;
  }
}
