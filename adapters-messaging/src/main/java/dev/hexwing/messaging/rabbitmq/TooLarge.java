package dev.hexwing.messaging.rabbitmq;

/** An event that is larger than the settings allow. */
final class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooLarge(int bytes, int most) {
    super(bytes + " bytes, and at most " + most + " may be sent");
  }
}
