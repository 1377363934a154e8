package dev.hexwing.messaging.kafka;

/** The cluster did not take an event over, or it is not known whether it did. */
final class NotTakenOver extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotTakenOver(String message) {
    super(message);
  }

  NotTakenOver(String message, Throwable cause) {
    super(message, cause);
  }
}
