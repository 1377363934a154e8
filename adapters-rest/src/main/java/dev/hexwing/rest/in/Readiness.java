package dev.hexwing.rest.in;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Something that the shop cannot do without, and how to ask it how it is.
 *
 * <p>The question may block; it is asked on a thread of its own, one at a time, and counts as down
 * when no answer came within the set time. An exception counts as down as well.
 *
 * @param name what it is called, such as {@code database}
 * @param check asks it
 */
public record Readiness(String name, Supplier<State> check) {

  /** Refuses a blank name. */
  public Readiness {
    Objects.requireNonNull(check, "check");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a dependency needs a name");
    }
  }

  /**
   * How something is.
   *
   * @param isUp whether it does its work
   * @param detail one sentence for a person, without secrets; shown to anybody who asks
   */
  public record State(boolean isUp, String detail) {

    /** It does its work. */
    public static State up(String detail) {
      return new State(true, detail);
    }

    /** It does not. */
    public static State down(String detail) {
      return new State(false, detail);
    }
  }
}
