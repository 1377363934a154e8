package dev.hexwing.architecture;

/**
 * What a person needs to know of a rule.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id its name for ever, such as {@code HEX-01}
 * @param severity how bad a finding is, unless the layout says otherwise
 * @param onByDefault whether it is on unless the layout says otherwise
 * @param statement what it asks, in one sentence without its end
 * @param why the reason, to be read after "because"
 * @param fix how a finding is mended
 * @param invalid Java that breaks it: what to mend, "before"
 * @param valid the same, mended, "after"; with what looks broken and is not
 */
public record RuleDescription(
    String id,
    Severity severity,
    boolean onByDefault,
    String statement,
    String why,
    String fix,
    String invalid,
    String valid) {

  RuleDescription with(Severity other) {
    return new RuleDescription(id, other, onByDefault, statement, why, fix, invalid, valid);
  }

  RuleDescription with(String otherStatement, String otherWhy) {
    return new RuleDescription(
        id, severity, onByDefault, otherStatement, otherWhy, fix, invalid, valid);
  }

  /** The family: HEX, PUR, DDD, CTX, STY or RUL. */
  public String family() {
    return id.substring(0, id.indexOf('-'));
  }
}
