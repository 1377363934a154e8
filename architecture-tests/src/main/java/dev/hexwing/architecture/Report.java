package dev.hexwing.architecture;

import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * <p>The same classes and layout give the same report, in the same order. Immutable and safe for
 * use by any number of threads.
 *
 * @param findings all that rules complain about, sorted; suppressed ones left out
 * @param tallies what each rule looked at, sorted by rule; rules that are off left out
 * @param unreadable class files that are broken or too new and were skipped
 * @param suppressed what was suppressed, with its reason
 * @param unusedSuppressions suppressions that no longer suppress anything
 * @param deadAllowances entries of allow-lists that nothing uses
 * @param roles what each class is
 * @param map the hexagons and contexts
 */
public record Report(
    List<Finding> findings,
    List<RuleTally> tallies,
    List<Unreadable> unreadable,
    List<Suppressed> suppressed,
    List<UnusedSuppression> unusedSuppressions,
    List<DeadAllowance> deadAllowances,
    Roles roles,
    ArchitectureMap map) {

  /** Keeps its own copies. */
  public Report {
    findings = List.copyOf(findings);
    tallies = List.copyOf(tallies);
    unreadable = List.copyOf(unreadable);
    suppressed = List.copyOf(suppressed);
    unusedSuppressions = List.copyOf(unusedSuppressions);
    deadAllowances = List.copyOf(deadAllowances);
  }

  /** The findings that are at least as bad as asked. */
  public List<Finding> atLeast(Severity severity) {
    return findings.stream().filter(one -> one.severity().isAtLeast(severity)).toList();
  }

  /** What a rule looked at, unless it is off. */
  public Optional<RuleTally> tallyOf(String rule) {
    return tallies.stream().filter(tally -> tally.rule().equals(rule)).findFirst();
  }

  /** The classes of which nobody told a role, sorted. */
  public List<RoleAssignment> unassigned() {
    return withRole(Role.UNASSIGNED);
  }

  /** The classes of which contradicting roles were told, sorted. */
  public List<RoleAssignment> ambiguous() {
    return withRole(Role.AMBIGUOUS);
  }

  private List<RoleAssignment> withRole(Role role) {
    return roles.all().stream().filter(one -> one.role() == role).toList();
  }

  /**
   * A class file that was skipped.
   *
   * @param file its path, within a jar after an exclamation mark
   * @param why what is wrong with it
   */
  public record Unreadable(String file, String why) {}

  /**
   * A finding that somebody has accepted.
   *
   * @param finding the finding
   * @param reason why
   * @param where the class or the line of the layout that says so
   */
  public record Suppressed(Finding finding, String reason, String where) {}

  /**
   * A suppression that nothing needs any more.
   *
   * @param rule the rule it names
   * @param where the class or the line of the layout that says so
   */
  public record UnusedSuppression(String rule, String where) {}

  /**
   * An entry of an allow-list that nothing uses.
   *
   * @param list the allow-list's key in the layout
   * @param pattern the entry
   * @param where the line of the layout
   */
  public record DeadAllowance(String list, String pattern, String where) {}
}
