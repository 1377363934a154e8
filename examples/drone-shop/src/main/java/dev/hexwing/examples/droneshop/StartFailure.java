package dev.hexwing.examples.droneshop;

import org.jspecify.annotations.Nullable;

/** The program cannot start as it is set; the message is one line that says what to change. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, in one line and without secrets. */
  public StartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
