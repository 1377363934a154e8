package dev.hexwing.persistence;

/** The database cannot be used as it is set; the message is one line that names what is wrong. */
public final class CannotOpenStore extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotOpenStore(String message, Throwable cause) {
    super(message, cause);
  }
}
