package dev.hexwing.architecture;

import java.io.Serial;

/**
 * A layout that cannot be understood; the message names file, line, key and what was expected.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class LayoutMistake extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** A mistake in a file, at a line counted from 1. */
  LayoutMistake(String file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
