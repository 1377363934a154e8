package dev.hexwing.examples.sandbox;

import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for a payment intent.
 *
 * @param card absent if the caller named no payment method yet
 */
record ChargeRequest(
    long amount,
    String currency,
    Optional<TestCard> card,
    boolean confirm,
    boolean failIfActionNeeded,
    @Nullable String allowRedirects,
    @Nullable String description,
    Map<String, String> metadata) {

  private static final Set<String> KNOWN =
      Set.of(
          "amount",
          "currency",
          "payment_method",
          "payment_method_types",
          "confirm",
          "automatic_payment_methods",
          "metadata",
          "description",
          "capture_method",
          "confirmation_method",
          "error_on_requires_action",
          "off_session",
          "receipt_email",
          "return_url",
          "statement_descriptor",
          "statement_descriptor_suffix");

  static Either<Answer, ChargeRequest> read(Form form) {
    return form.allowing(KNOWN)
        .flatMap(ChargeRequest::supported)
        .flatMap(known -> required(known, "amount"))
        .flatMap(amount -> required(form, "currency"))
        .flatMap(Amounts::currency)
        .flatMap(currency -> read(form, currency));
  }

  private static Either<Answer, ChargeRequest> read(Form form, String currency) {
    return Amounts.amount(form.get("amount").orElse(""), currency)
        .flatMap(
            amount ->
                card(form)
                    .flatMap(
                        card ->
                            form.flag("confirm")
                                .flatMap(confirm -> read(form, currency, amount, card, confirm))));
  }

  private static Either<Answer, ChargeRequest> read(
      Form form, String currency, long amount, Optional<TestCard> card, boolean confirm) {
    if (confirm && card.isEmpty()) {
      return Either.left(
          Refusals.invalid(
              "payment_intent_unexpected_state",
              "payment_method",
              "You cannot confirm this PaymentIntent because it's missing a payment method."));
    }
    return redirects(form, confirm)
        .flatMap(
            redirects ->
                form.flag("error_on_requires_action")
                    .flatMap(
                        failIfActionNeeded ->
                            form.metadata()
                                .map(
                                    metadata ->
                                        new ChargeRequest(
                                            amount,
                                            currency,
                                            card,
                                            confirm,
                                            failIfActionNeeded,
                                            redirects.orElse(null),
                                            form.get("description").orElse(null),
                                            metadata))));
  }

  private static Either<Answer, Form> supported(Form form) {
    String capture = form.get("capture_method").orElse("automatic");
    return capture.equals("automatic") || capture.equals("automatic_async")
        ? Either.right(form)
        : Either.left(
            Refusals.invalid(
                null, "capture_method", "This sandbox captures automatically, and only so."));
  }

  private static Either<Answer, String> required(Form form, String param) {
    return form.get(param)
        .<Either<Answer, String>>map(Either::right)
        .orElseGet(() -> Either.left(Refusals.missing(param)));
  }

  private static Either<Answer, Optional<TestCard>> card(Form form) {
    Optional<String> name = form.get("payment_method");
    if (name.isEmpty()) {
      return Either.right(Optional.empty());
    }
    Optional<TestCard> card = TestCard.find(name.get());
    return card.isPresent()
        ? Either.right(card)
        : Either.left(Refusals.noSuch(400, "PaymentMethod", "payment_method", name.get()));
  }

  /**
   * Automatic payment methods are Stripe's default, and some of them redirect the customer: who
   * confirms at once has to say where to, or that such methods are not wanted.
   */
  private static Either<Answer, Optional<String>> redirects(Form form, boolean confirm) {
    boolean typesNamed =
        form.values().keySet().stream().anyMatch(name -> name.startsWith("payment_method_types"));
    if (typesNamed) {
      return Either.right(Optional.empty());
    }
    String allowed = form.get("automatic_payment_methods[allow_redirects]").orElse("always");
    if (!allowed.equals("always") && !allowed.equals("never")) {
      return Either.left(
          Refusals.invalid(
              null,
              "automatic_payment_methods[allow_redirects]",
              "Invalid automatic_payment_methods[allow_redirects]: must be one of always or"
                  + " never"));
    }
    if (confirm && allowed.equals("always") && form.get("return_url").isEmpty()) {
      return Either.left(
          Refusals.invalid(
              null,
              null,
              "This PaymentIntent is configured to accept payment methods enabled in your"
                  + " Dashboard. Because some of these payment methods might redirect your customer"
                  + " off of your page, you must provide a `return_url`. If you don't want to"
                  + " accept redirect-based payment methods, set"
                  + " `automatic_payment_methods[enabled]` to `true` and"
                  + " `automatic_payment_methods[allow_redirects]` to `never`."));
    }
    return form.flag("automatic_payment_methods[enabled]").map(enabled -> Optional.of(allowed));
  }
}
