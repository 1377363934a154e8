package dev.hexwing.rest.out;

import tools.jackson.databind.JsonNode;

/** What came back from one HTTP call, before anybody asks what it means for money. */
sealed interface Heard {

  /**
   * A whole answer.
   *
   * @param status the HTTP status
   * @param body the JSON object; a missing node if the body was none
   * @param requestId Stripe's name of the call, or empty
   */
  record Reply(int status, JsonNode body, String requestId) implements Heard {

    /** Whether the company itself is in trouble, as told by this answer. */
    boolean stumbles() {
      if (status == 401 || status == 403) {
        return false;
      }
      return status >= 500 || status == 429 || !body.isObject();
    }

    @Override
    public String toString() {
      return "HTTP " + status + (requestId.isEmpty() ? "" : " (request " + requestId + ")");
    }
  }

  /**
   * The request may have arrived; its answer did not, or not whole.
   *
   * @param why for a log
   */
  record Lost(String why) implements Heard {}

  /**
   * The request certainly took no effect: its body never left.
   *
   * @param why for a log
   */
  record NeverLeft(String why) implements Heard {}
}
