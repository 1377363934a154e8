package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Calls payment intents off that took no money. */
final class Cancelling {

  private static final Set<String> REASONS =
      Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

  private final Ledger ledger;
  private final Notices notices;

  Cancelling(Ledger ledger, Notices notices) {
    this.ledger = ledger;
    this.notices = notices;
  }

  /**
   * Checks the request, calls the intent off, and writes it to the ledger.
   *
   * @return the answer, or a refusal from before anything was done, which no key keeps
   */
  Either<Answer, Answer> cancel(String id, Form form, Work work) {
    return form.allowing(Set.of("cancellation_reason"))
        .flatMap(Cancelling::reason)
        .flatMap(
            reason ->
                ledger
                    .intent(id)
                    .<Either<Answer, Answer>>map(
                        intent -> Either.right(cancel(intent, reason, work)))
                    .orElseGet(
                        () -> Either.left(Refusals.noSuch(404, "payment_intent", "intent", id))));
  }

  private static Either<Answer, Optional<String>> reason(Form form) {
    Optional<String> reason = form.get("cancellation_reason");
    return reason.isEmpty() || REASONS.contains(reason.get())
        ? Either.right(reason)
        : Either.left(
            Refusals.invalid(
                null,
                "cancellation_reason",
                "Invalid cancellation_reason: must be one of duplicate, fraudulent,"
                    + " requested_by_customer, or abandoned"));
  }

  private Answer cancel(PlacedIntent placed, Optional<String> reason, Work work) {
    if (work.failsInstead()) {
      return ledger.keepAnswer(Refusals.broken(), work.keyed());
    }
    boolean cancelled = placed.cancel();
    ObjectNode intent = ledger.read(placed);
    if (!cancelled) {
      return ledger.keepAnswer(
          Refusals.invalid(
              "payment_intent_unexpected_state",
              null,
              "You cannot cancel this PaymentIntent because it has a status of "
                  + intent.path("status").asString()
                  + "."),
          work.keyed());
    }
    intent.put("canceled_at", ledger.now() / 1000).put("status", "canceled");
    intent.put("cancellation_reason", reason.orElse(null));
    Answer answer = work.answer(Answer.ok(intent));
    ledger.keepCancelled(intent, answer, work.keyed());
    notices.send("payment_intent.canceled", intent, work.keyed());
    return answer;
  }
}
