package dev.hexwing.rest.out;

import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.ProcessorReference;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads payment intents and refunds: only what is needed, whatever else stands there.
 *
 * <p>An intent that {@code requires_action} waits for the customer to prove who they are, and is
 * open: money has not moved and may still.
 */
final class StripeObjects {

  /** The status of an intent that waits for the customer. */
  static final String REQUIRES_ACTION = "requires_action";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  private StripeObjects() {}

  /** An intent as the answer to creating and confirming it, after which nobody tries again. */
  static Standing created(JsonNode intent) {
    return intent(intent, true);
  }

  /**
   * An intent that was looked up. Without a failed attempt, one that requires a payment method may
   * be in the middle of its first.
   */
  static Standing found(JsonNode intent) {
    return intent(intent, intent.path("last_payment_error").isObject());
  }

  private static Standing intent(JsonNode intent, boolean attempted) {
    String status = StripeError.text(intent, "status");
    if (!is(intent, "payment_intent") || status.isBlank()) {
      return new Standing.Unreadable("the answer is no payment intent");
    }
    return switch (status) {
      case "succeeded" -> approved(intent);
      case "canceled" -> declined("canceled", StripeError.text(intent, "cancellation_reason"));
      case "requires_payment_method" -> attempted ? failed(intent) : new Standing.Open(status);
      default -> new Standing.Open(status);
    };
  }

  /** A refund, however it came. */
  static Standing refund(JsonNode refund) {
    String status = StripeError.text(refund, "status");
    if (!is(refund, "refund") || status.isBlank()) {
      return new Standing.Unreadable("the answer is no refund");
    }
    return switch (status) {
      case "succeeded" -> approved(refund);
      case "failed", "canceled" -> {
        String why = StripeError.text(refund, "failure_reason");
        yield declined(why.isBlank() ? "refund_" + status : why, "the refund was not made");
      }
      default -> new Standing.Open(status);
    };
  }

  /** Whether this is an intent that was called off. */
  static boolean isCanceled(JsonNode intent) {
    return is(intent, "payment_intent") && StripeError.text(intent, "status").equals("canceled");
  }

  /** Stripe's name of an object. */
  static String id(JsonNode object) {
    return StripeError.text(object, "id");
  }

  /** Whether an object carries our name of it. */
  static boolean isNamed(JsonNode object, String metadata, String name) {
    return StripeError.text(object.path("metadata"), metadata).equals(name);
  }

  private static boolean is(JsonNode object, String kind) {
    return StripeError.text(object, "object").equals(kind) && ID.matcher(id(object)).matches();
  }

  private static Standing approved(JsonNode object) {
    return new Standing.Settled(new Approved(new ProcessorReference(id(object))));
  }

  private static Standing failed(JsonNode intent) {
    JsonNode error = intent.path("last_payment_error");
    return error.isObject()
        ? new Standing.Settled(new Declined(StripeError.from(error).decline()))
        : declined("requires_payment_method", "the charge was not made");
  }

  private static Standing declined(String code, String message) {
    String cut = code.length() > 100 ? code.substring(0, 100) : code;
    return new Standing.Settled(new Declined(new DeclineReason(cut, message)));
  }
}
