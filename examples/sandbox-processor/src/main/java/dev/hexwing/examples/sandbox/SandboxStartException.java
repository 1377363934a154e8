package dev.hexwing.examples.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox can't start; the message is one line that a person can act on. */
public final class SandboxStartException extends RuntimeException {

  SandboxStartException(String message) {
    super(message);
  }

  SandboxStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
