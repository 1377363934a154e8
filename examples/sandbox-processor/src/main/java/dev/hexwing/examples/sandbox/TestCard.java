package dev.hexwing.examples.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test payment method and how its issuer answers, by the names and codes Stripe documents for
 * testing.
 */
record TestCard(String brand, String last4, Verdict verdict) {

  /** What the card's issuer says. */
  sealed interface Verdict {}

  /** The money moves. */
  record Approved() implements Verdict {}

  /** No money moves. */
  record Declined(String code, @Nullable String declineCode, @Nullable String param, String message)
      implements Verdict {}

  /** No money moves before the customer has identified themselves to their bank. */
  record Authentication() implements Verdict {}

  private static final Map<String, TestCard> CARDS = cards();

  static Optional<TestCard> find(String paymentMethod) {
    return Optional.ofNullable(CARDS.get(paymentMethod));
  }

  private static Map<String, TestCard> cards() {
    Map<String, TestCard> cards = new HashMap<>();
    approve(cards, "visa", "4242", "visa", "us");
    approve(cards, "visa", "5556", "visa_debit");
    approve(cards, "mastercard", "4444", "mastercard");
    approve(cards, "mastercard", "8210", "mastercard_debit");
    approve(cards, "mastercard", "5100", "mastercard_prepaid");
    approve(cards, "amex", "8431", "amex");
    approve(cards, "discover", "9424", "discover");
    approve(cards, "diners", "0004", "diners");
    approve(cards, "jcb", "0505", "jcb");
    approve(cards, "unionpay", "0005", "unionpay");
    approve(cards, "visa", "0000", "gb");
    approve(cards, "visa", "0016", "de");
    approve(cards, "visa", "0003", "fr");
    approve(cards, "visa", "0007", "es");
    approve(cards, "visa", "0008", "it");
    approve(cards, "visa", "0002", "nl");

    String declined = "Your card was declined.";
    decline(cards, "0002", "", "card_declined", "generic_decline", null, declined);
    decline(
        cards,
        "9995",
        "InsufficientFunds",
        "card_declined",
        "insufficient_funds",
        null,
        "Your card has insufficient funds.");
    decline(cards, "9987", "LostCard", "card_declined", "lost_card", null, declined);
    decline(cards, "9979", "StolenCard", "card_declined", "stolen_card", null, declined);
    decline(cards, "0019", "Fraudulent", "card_declined", "fraudulent", null, declined);
    decline(
        cards,
        "6975",
        "VelocityLimitExceeded",
        "card_declined",
        "card_velocity_exceeded",
        null,
        "Your card was declined for making repeated attempts too frequently or exceeding its"
            + " amount limit.");
    decline(
        cards, "0069", "ExpiredCard", "expired_card", null, "exp_month", "Your card has expired.");
    decline(
        cards,
        "0127",
        "IncorrectCvc",
        "incorrect_cvc",
        null,
        "cvc",
        "Your card's security code is incorrect.");
    decline(
        cards,
        "0119",
        "ProcessingError",
        "processing_error",
        null,
        null,
        "An error occurred while processing your card. Try again in a little bit.");
    cards.put(
        "pm_card_chargeCustomerFail",
        new TestCard(
            "visa", "0341", new Declined("card_declined", "generic_decline", null, declined)));
    cards.put("pm_card_authenticationRequired", new TestCard("visa", "3184", new Authentication()));
    cards.put("pm_card_threeDSecure2Required", new TestCard("visa", "3220", new Authentication()));
    return Map.copyOf(cards);
  }

  private static void approve(
      Map<String, TestCard> cards, String brand, String last4, String... names) {
    for (String name : names) {
      cards.put("pm_card_" + name, new TestCard(brand, last4, new Approved()));
    }
  }

  /** Stripe's own pages spell these both with and without the brand. */
  private static void decline(
      Map<String, TestCard> cards,
      String last4,
      String name,
      String code,
      @Nullable String declineCode,
      @Nullable String param,
      String message) {
    TestCard card = new TestCard("visa", last4, new Declined(code, declineCode, param, message));
    cards.put("pm_card_chargeDeclined" + name, card);
    cards.put("pm_card_visa_chargeDeclined" + name, card);
  }
}
