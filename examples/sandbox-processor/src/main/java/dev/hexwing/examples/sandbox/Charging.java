package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import tools.jackson.databind.node.ObjectNode;

/** Makes payment intents, and charges them when they are confirmed. */
final class Charging {

  private static final TestCard.Declined AUTHENTICATION_NEEDED =
      new TestCard.Declined(
          "card_declined",
          "authentication_required",
          null,
          "Your card was declined. This transaction requires authentication.");

  private final Ledger ledger;
  private final Notices notices;

  Charging(Ledger ledger, Notices notices) {
    this.ledger = ledger;
    this.notices = notices;
  }

  /**
   * Checks the request, charges, and writes it to the ledger.
   *
   * @return the answer, or a refusal from before anything was done, which no key keeps
   */
  Either<Answer, Answer> charge(Form form, Work work) {
    return ChargeRequest.read(form).map(request -> charge(request, work));
  }

  private Answer charge(ChargeRequest request, Work work) {
    if (work.failsInstead()) {
      return ledger.keepAnswer(Refusals.broken(), work.keyed());
    }
    long created = ledger.now() / 1000;
    if (request.card().isEmpty() || !request.confirm()) {
      String status =
          request.card().isEmpty() ? "requires_payment_method" : "requires_confirmation";
      return keep(StripeObjects.intent(request, created, status), work);
    }
    TestCard card = request.card().get();
    return switch (card.verdict()) {
      case TestCard.Approved approved -> approved(request, created, work);
      case TestCard.Declined declined -> declined(request, card, declined, created, work);
      case TestCard.Authentication authentication ->
          request.failIfActionNeeded()
              ? declined(request, card, AUTHENTICATION_NEEDED, created, work)
              : authentication(request, created, work);
    };
  }

  private Answer approved(ChargeRequest request, long created, Work work) {
    ObjectNode intent = StripeObjects.intent(request, created, "succeeded");
    intent.put("amount_received", request.amount());
    intent.put("latest_charge", Ids.charge());
    intent.put("payment_method", Ids.paymentMethod());
    Answer answer = keep(intent, work);
    notices.send("payment_intent.succeeded", intent, work.keyed());
    return answer;
  }

  private Answer authentication(ChargeRequest request, long created, Work work) {
    ObjectNode intent = StripeObjects.intent(request, created, "requires_action");
    intent.put("payment_method", Ids.paymentMethod());
    intent.putObject("next_action").put("type", "use_stripe_sdk").putObject("use_stripe_sdk");
    return keep(intent, work);
  }

  private Answer declined(
      ChargeRequest request, TestCard card, TestCard.Declined declined, long created, Work work) {
    ObjectNode intent = StripeObjects.intent(request, created, "requires_payment_method");
    ObjectNode body =
        Refusals.error("card_error", declined.code(), declined.param(), declined.message());
    ObjectNode error = (ObjectNode) body.path("error");
    if (declined.declineCode() != null) {
      error.put("decline_code", declined.declineCode());
    }
    error.set("payment_method", StripeObjects.paymentMethod(card, created));
    intent.set("last_payment_error", error.deepCopy());
    error.set("payment_intent", intent);
    Answer answer = work.answer(new Answer(402, body));
    ledger.keepIntent(intent, answer, work.keyed());
    notices.send("payment_intent.payment_failed", intent, work.keyed());
    return answer;
  }

  private Answer keep(ObjectNode intent, Work work) {
    Answer answer = work.answer(Answer.ok(intent));
    ledger.keepIntent(intent, answer, work.keyed());
    return answer;
  }
}
