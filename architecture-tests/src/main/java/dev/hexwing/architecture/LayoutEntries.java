package dev.hexwing.architecture;

/** What a layout says, entry by entry. */
final class LayoutEntries {

  private LayoutEntries() {}

  /**
   * Classes that have a role.
   *
   * @param adapter which adapter they belong to; empty to take the package's name
   */
  record OfRole(Role role, Matcher matcher, String adapter) {}

  /**
   * Classes that are a building block.
   *
   * @param only whether only those count that are value objects already
   */
  record OfBlock(Block block, Matcher matcher, boolean only) {}

  /**
   * Classes that belong to a context; without a name, packages name it by the part that follows.
   */
  record OfContext(String name, Matcher matcher) {}

  /** One more entry of an allow-list. */
  record Allowance(String list, String pattern, String where) {}

  /** A rule that is not as it is for everybody. */
  record Setting(Kind kind, Severity severity, String reason, String where) {

    /** Whether a rule is looked at. */
    enum Kind {
      ON,
      OFF,
      /** On, and known to have nothing to judge for now. */
      EMPTY
    }

    boolean on() {
      return kind != Kind.OFF;
    }
  }

  /** Findings that somebody has accepted; an empty target stands for all. */
  record Accepted(String rule, String origin, String target, String reason, String where) {}
}
