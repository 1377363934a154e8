package dev.hexwing.architecture.baseline;

/** A baseline that cannot be read; the message names the file, and the line if one is wrong. */
public final class UnusableBaseline extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableBaseline(String message, Throwable cause) {
    super(message, cause);
  }
}
