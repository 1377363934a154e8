package dev.hexwing.examples.droneshop.csv;

import org.jspecify.annotations.Nullable;

/** A file of which nothing can be used; the message is one line that names it and says why. */
public final class UnusableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which file, and why. */
  public UnusableFile(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
