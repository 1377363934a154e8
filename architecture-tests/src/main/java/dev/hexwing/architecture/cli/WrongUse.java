package dev.hexwing.architecture.cli;

/** Something was asked that cannot be done as asked; the message is one line for whoever asked. */
final class WrongUse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }

  WrongUse(String message, Throwable cause) {
    super(message, cause);
  }
}
