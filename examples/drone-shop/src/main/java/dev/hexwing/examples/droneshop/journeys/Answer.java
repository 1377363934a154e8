package dev.hexwing.examples.droneshop.journeys;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What was heard from the other side.
 *
 * @param status HTTP status
 * @param body JSON; a missing node if there was none
 * @param replayed whether the shop says that it repeats itself
 * @param retryAfter how long it asks to wait; zero if it does not say
 */
record Answer(int status, JsonNode body, boolean replayed, Duration retryAfter) {

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the other side is in trouble, rather than the request. */
  boolean isTrouble() {
    return status >= 500 || status == 429 || status == 408;
  }

  /** The stable name of a problem; empty if it is none. */
  String code() {
    return text("code");
  }

  String text(String member) {
    return body.path(member).asString("");
  }

  @Override
  public String toString() {
    return status + (code().isEmpty() ? "" : " " + code());
  }
}
