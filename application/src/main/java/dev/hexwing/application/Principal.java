package dev.hexwing.application;

import java.util.Objects;

/**
 * Who asks: the scope within which an idempotency key is one intent.
 *
 * @param name 1 to 100 characters, stable for one caller
 */
public record Principal(String name) {

  /** A caller who has not said who it is. */
  public static final Principal ANONYMOUS = new Principal("anonymous");

  /** The application itself, carrying out a policy. */
  public static final Principal SYSTEM = new Principal("hexwing");

  /** Refuses blank or long names with {@link IllegalArgumentException}. */
  public Principal {
    Objects.requireNonNull(name, "name");
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("principal must have 1 to 100 characters");
    }
  }
}
