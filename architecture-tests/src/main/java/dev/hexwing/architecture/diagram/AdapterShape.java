package dev.hexwing.architecture.diagram;

import java.util.Objects;

/**
 * One adapter as it is in the bytecode.
 *
 * @param name what the layout calls it
 * @param side where it stands
 * @param classes how many classes it has
 * @param inward pairs of classes in which it knows what is inside
 * @param outward pairs in which what is inside knows it; none should
 * @param forbidden whether a rule objects to any of them
 */
public record AdapterShape(
    String name, Side side, int classes, int inward, int outward, boolean forbidden) {

  /** Where an adapter stands. */
  public enum Side {
    /** It calls the application. */
    DRIVING,
    /** The application calls it, through a port. */
    DRIVEN
  }

  /** Checks name and side. */
  public AdapterShape {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(side, "side");
  }
}
