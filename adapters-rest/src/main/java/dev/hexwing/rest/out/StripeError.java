package dev.hexwing.rest.out;

import dev.hexwing.domain.payments.DeclineReason;
import tools.jackson.databind.JsonNode;

/**
 * The error object of an answer, as far as it is read; absent parts are empty.
 *
 * @param type such as {@code card_error}
 * @param code such as {@code card_declined}
 * @param declineCode the card issuer's reason, such as {@code insufficient_funds}
 * @param message for card errors, fit for the customer
 * @param intentStatus the status of the payment intent that came along
 */
record StripeError(
    String type, String code, String declineCode, String message, String intentStatus) {

  private static final int LONGEST_CODE = 100;

  /** Reads the object under {@code error} or {@code last_payment_error}. */
  static StripeError from(JsonNode error) {
    return new StripeError(
        text(error, "type"),
        text(error, "code"),
        text(error, "decline_code"),
        text(error, "message"),
        text(error.path("payment_intent"), "status"));
  }

  /** Why it was declined: the issuer's reason if there is one, else Stripe's. */
  DeclineReason decline() {
    String reason = declineCode.isBlank() ? code : declineCode;
    return new DeclineReason(reason.isBlank() ? "declined" : cut(reason), message);
  }

  /** Why the request was not accepted; what Stripe tells us about it is not for the customer. */
  DeclineReason refusal() {
    return new DeclineReason(
        cut("processor." + (code.isBlank() ? "invalid-request" : code)),
        "the payment processor did not accept the request");
  }

  static String text(JsonNode object, String name) {
    return object.path(name).stringValue("");
  }

  private static String cut(String code) {
    return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
  }
}
