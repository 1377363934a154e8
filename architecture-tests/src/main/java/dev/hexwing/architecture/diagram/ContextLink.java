package dev.hexwing.architecture.diagram;

import java.util.Objects;

/**
 * What one context knows of another.
 *
 * @param from the context that knows
 * @param to the context that is known
 * @param pairs how many pairs of classes
 * @param kind how they meet
 * @param forbidden whether a rule objects to at least one of the pairs
 */
public record ContextLink(String from, String to, int pairs, Kind kind, boolean forbidden) {

  /** How two contexts meet, from the loosest to the closest. */
  public enum Kind {
    /** Only events and ids of the other are known. */
    EVENTS("events"),
    /** More is known, in translators alone. */
    TRANSLATED("translated"),
    /** More is known. */
    DIRECT("direct");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word beside the arrow. */
    public String text() {
      return text;
    }

    Kind closer(Kind other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** Checks names and kind. */
  public ContextLink {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(kind, "kind");
  }

  ContextLink and(ContextLink other) {
    return new ContextLink(
        from, to, pairs + other.pairs, kind.closer(other.kind), forbidden || other.forbidden);
  }
}
