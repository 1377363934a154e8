package dev.hexwing.examples.droneshop.journeys;

/** A run could not be played to its end; the message is one line that says why. */
public final class PlayFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlayFailed(String message) {
    super(message);
  }
}
