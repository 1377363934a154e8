package dev.hexwing.application.testkit.crash;

/**
 * A promise that was broken, with the steps that led there and how to have them again.
 *
 * <p>Thrown by {@link CrashExplorer}, so that a test fails by it.
 */
public final class Violation extends AssertionError {

  private static final long serialVersionUID = 1L;

  Violation(String message, Throwable cause) {
    super(message, cause);
  }
}
