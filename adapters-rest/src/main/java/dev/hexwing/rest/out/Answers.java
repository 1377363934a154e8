package dev.hexwing.rest.out;

import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.NotSent;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Tells what an HTTP answer to a charge or a refund means for money.
 *
 * <p>Sources: Stripe's documentation, "Errors" (https://docs.stripe.com/api/errors), "Idempotent
 * requests" (https://docs.stripe.com/api/idempotent_requests) and "Advanced error handling"
 * (https://docs.stripe.com/error-low-level). Declined is only what certainly moved no money; in
 * doubt the outcome is unknown.
 */
final class Answers {

  /**
   * Refusals that tell of another request about the same thing, which may have moved money: one
   * under way with our key, or one that went before.
   */
  private static final Set<String> ANOTHER_MAY_HAVE_MOVED_MONEY =
      Set.of(
          "idempotency_key_in_use",
          "lock_timeout",
          "charge_already_refunded",
          "payment_intent_unexpected_state");

  /** Statuses of an intent that came along with an error, in which no money has moved. */
  private static final Set<String> NOTHING_MOVED =
      Set.of("", "requires_payment_method", "requires_confirmation", "canceled");

  private Answers() {}

  /** Reads an answer; {@code whenMade} reads the object that a successful one carries. */
  static ProcessorAnswer read(Heard heard, Function<JsonNode, Standing> whenMade) {
    return switch (heard) {
      case Heard.NeverLeft unsent -> new NotSent(unsent.why());
      case Heard.Lost lost -> new Unknown(lost.why());
      case Heard.Reply reply -> read(reply, whenMade);
    };
  }

  private static ProcessorAnswer read(Heard.Reply reply, Function<JsonNode, Standing> whenMade) {
    StripeError error = StripeError.from(reply.body().path("error"));
    return switch (reply.status()) {
      case 200, 201 ->
          reply.body().isObject()
              ? whenMade.apply(reply.body()).asAnswer()
              : new Unknown(reply + ", unreadable");
      case 401, 403 -> new NotSent(reply + ": our key was refused");
      case 429 ->
          error.code().equals("lock_timeout")
              ? new Unknown(reply + ": lock_timeout")
              : new NotSent(reply + ": too many requests");
      case 400, 402, 404 -> refused(reply, error);
      default -> new Unknown(reply + ": " + error.type() + " " + error.code());
    };
  }

  private static ProcessorAnswer refused(Heard.Reply reply, StripeError error) {
    if (!ANOTHER_MAY_HAVE_MOVED_MONEY.contains(error.code())
        && NOTHING_MOVED.contains(error.intentStatus())) {
      if (reply.status() == 402 && error.type().equals("card_error")) {
        return new Declined(error.decline());
      }
      if (reply.status() != 402 && error.type().equals("invalid_request_error")) {
        return new Declined(error.refusal());
      }
    }
    return new Unknown(reply + ": " + error.type() + " " + error.code());
  }
}
