package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Gives charged money back, never more than was charged. */
final class Refunding {

  private static final Set<String> KNOWN = Set.of("payment_intent", "amount", "metadata", "reason");
  private static final Set<String> REASONS =
      Set.of("duplicate", "fraudulent", "requested_by_customer");

  private record Request(
      PlacedIntent intent,
      Optional<Long> amount,
      @Nullable String reason,
      Map<String, String> metadata) {}

  private final Ledger ledger;
  private final Notices notices;

  Refunding(Ledger ledger, Notices notices) {
    this.ledger = ledger;
    this.notices = notices;
  }

  /**
   * Checks the request, refunds, and writes it to the ledger. Without an amount it refunds what is
   * left.
   *
   * @return the answer, or a refusal from before anything was done, which no key keeps
   */
  Either<Answer, Answer> refund(Form form, Work work) {
    return read(form).map(request -> refund(request, work));
  }

  private Either<Answer, Request> read(Form form) {
    return form.allowing(KNOWN)
        .flatMap(this::intent)
        .flatMap(
            intent ->
                amount(form, intent)
                    .flatMap(
                        amount ->
                            reason(form)
                                .flatMap(
                                    reason ->
                                        form.metadata()
                                            .map(
                                                metadata ->
                                                    new Request(
                                                        intent,
                                                        amount,
                                                        reason.orElse(null),
                                                        metadata)))));
  }

  private Either<Answer, PlacedIntent> intent(Form form) {
    Optional<String> id = form.get("payment_intent");
    if (id.isEmpty()) {
      return Either.left(Refusals.missing("payment_intent"));
    }
    return ledger
        .intent(id.get())
        .<Either<Answer, PlacedIntent>>map(Either::right)
        .orElseGet(
            () -> Either.left(Refusals.noSuch(400, "payment_intent", "payment_intent", id.get())));
  }

  private static Either<Answer, Optional<Long>> amount(Form form, PlacedIntent intent) {
    Optional<String> given = form.get("amount");
    if (given.isEmpty()) {
      return Either.right(Optional.empty());
    }
    String currency = intent.paid == null ? "usd" : intent.paid.currency();
    return Amounts.amount(given.get(), currency).map(Optional::of);
  }

  private static Either<Answer, Optional<String>> reason(Form form) {
    Optional<String> reason = form.get("reason");
    return reason.isEmpty() || REASONS.contains(reason.get())
        ? Either.right(reason)
        : Either.left(
            Refusals.invalid(
                null,
                "reason",
                "Invalid reason: must be one of duplicate, fraudulent, or"
                    + " requested_by_customer"));
  }

  private Answer refund(Request request, Work work) {
    if (work.failsInstead()) {
      return ledger.keepAnswer(Refusals.broken(), work.keyed());
    }
    PlacedIntent intent = request.intent;
    PlacedIntent.Paid paid = intent.paid;
    if (paid == null) {
      return refused(
          Refusals.invalid(
              null,
              null,
              "This PaymentIntent ("
                  + intent.id
                  + ") does not have a successful charge to refund."),
          work);
    }
    long left = intent.refundable();
    long amount = request.amount.orElse(left);
    if (left == 0) {
      return refused(
          Refusals.invalid(
              "charge_already_refunded",
              null,
              "Charge " + paid.charge() + " has already been refunded."),
          work);
    }
    if (!intent.promise(amount)) {
      return refused(tooMuch(amount, left, paid.currency()), work);
    }
    return pay(request, paid, amount, work);
  }

  private Answer pay(Request request, PlacedIntent.Paid paid, long amount, Work work) {
    ObjectNode refund =
        StripeObjects.refund(
            request.intent.id, paid, amount, request.reason, request.metadata, ledger.now() / 1000);
    Answer answer = work.answer(Answer.ok(refund));
    ledger.keepRefund(refund, answer, work.keyed());
    notices.send(
        "charge.refunded",
        () -> StripeObjects.charge(ledger.read(request.intent), paid, request.intent.refunded()),
        work.keyed());
    notices.send("refund.updated", refund, work.keyed());
    return answer;
  }

  /** A refusal that only the ledger could give: the call ran, so its key gives it again. */
  private Answer refused(Answer refusal, Work work) {
    return ledger.keepAnswer(refusal, work.keyed());
  }

  private static Answer tooMuch(long amount, long left, String currency) {
    return Refusals.invalid(
        null,
        "amount",
        "Refund amount ("
            + Amounts.shown(amount, currency)
            + ") is greater than unrefunded amount on charge ("
            + Amounts.shown(left, currency)
            + ")");
  }
}
