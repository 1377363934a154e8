package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentIntentsTest extends SandboxTest {

  private static final String PATH = "/v1/payment_intents";

  @Nested
  class Approved {

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_visa", "pm_card_mastercard", "pm_card_amex"})
    void a_good_card_is_charged(String card) throws Exception {
      Shop.Reply paid =
          shop.post(PATH, null, Shop.charge(5000, "EUR", card, "metadata[order_id]", "o 1&=é"));

      assertThat(paid.status()).isEqualTo(200);
      assertThat(paid.at("/id")).matches("pi_3[A-Za-z0-9]{23}");
      assertThat(paid.at("/object")).isEqualTo("payment_intent");
      assertThat(paid.at("/status")).isEqualTo("succeeded");
      assertThat(paid.at("/currency")).isEqualTo("eur");
      assertThat(paid.json().path("amount").asLong()).isEqualTo(5000);
      assertThat(paid.json().path("amount_received").asLong()).isEqualTo(5000);
      assertThat(paid.at("/latest_charge")).startsWith("ch_3");
      assertThat(paid.at("/metadata/order_id")).isEqualTo("o 1&=é");
      assertThat(paid.json().path("last_payment_error").isNull()).isTrue();
      assertThat(paid.header("Request-Id")).startsWith("req_");
    }

    @Test
    void it_is_found_again_by_its_id_just_as_it_was() throws Exception {
      Shop.Reply paid = shop.pay(null);

      assertThat(shop.get(PATH + "/" + paid.at("/id")).text()).isEqualTo(paid.text());
    }

    @Test
    void without_confirmation_nothing_is_charged() throws Exception {
      Shop.Reply made =
          shop.post(
              PATH, null, "amount", "10", "currency", "eur", "payment_method", "pm_card_visa");

      assertThat(made.at("/status")).isEqualTo("requires_confirmation");
      assertThat(shop.charges()).isZero();
    }

    @Test
    void a_card_that_wants_authentication_waits_for_it() throws Exception {
      Shop.Reply waiting =
          shop.post(PATH, null, Shop.charge(10, "eur", "pm_card_authenticationRequired"));

      assertThat(waiting.at("/status")).isEqualTo("requires_action");
      assertThat(shop.charges()).isZero();
    }
  }

  @Nested
  class Declined {

    @ParameterizedTest
    @CsvSource({
      "pm_card_chargeDeclined, card_declined, generic_decline",
      "pm_card_visa_chargeDeclined, card_declined, generic_decline",
      "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
      "pm_card_chargeDeclinedLostCard, card_declined, lost_card",
      "pm_card_visa_chargeDeclinedStolenCard, card_declined, stolen_card",
      "pm_card_chargeDeclinedFraudulent, card_declined, fraudulent",
      "pm_card_visa_chargeDeclinedVelocityLimitExceeded, card_declined, card_velocity_exceeded",
      "pm_card_chargeDeclinedExpiredCard, expired_card, ''",
      "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, ''",
      "pm_card_chargeDeclinedProcessingError, processing_error, ''",
    })
    void a_bad_card_is_declined_with_its_codes(String card, String code, String declineCode)
        throws Exception {
      Shop.Reply declined =
          shop.post(PATH, null, Shop.charge(700, "usd", card, "metadata[payment_id]", "p"));

      assertThat(declined.status()).isEqualTo(402);
      assertThat(declined.at("/error/type")).isEqualTo("card_error");
      assertThat(declined.at("/error/code")).isEqualTo(code);
      assertThat(declined.at("/error/decline_code")).isEqualTo(declineCode);
      assertThat(declined.at("/error/payment_intent/metadata/payment_id")).isEqualTo("p");
    }

    @Test
    void the_intent_stays_listed_without_a_charge() throws Exception {
      Shop.Reply declined =
          shop.post(PATH, null, Shop.charge(700, "usd", "pm_card_chargeDeclined"));
      Shop.Reply listed = shop.get(PATH);

      assertThat(listed.at("/data/0/id")).isEqualTo(declined.at("/error/payment_intent/id"));
      assertThat(listed.at("/data/0/status")).isEqualTo("requires_payment_method");
      assertThat(listed.at("/data/0/last_payment_error/code")).isEqualTo("card_declined");
      assertThat(listed.json().at("/data/0/latest_charge").isNull()).isTrue();
      assertThat(listed.json().at("/data/0/amount_received").asLong()).isZero();
      assertThat(shop.charges()).isZero();
    }
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @CsvSource({
      "0, eur, parameter_invalid_integer",
      "-5, eur, parameter_invalid_integer",
      "1.5, eur, parameter_invalid_integer",
      "99999999999999999999, eur, parameter_invalid_integer",
      "100000000, eur, amount_too_large",
      "'', eur, parameter_missing",
      "1005, kwd, ''",
      "150, isk, ''",
    })
    void a_wrong_amount_is_named(String amount, String currency, String code) throws Exception {
      Shop.Reply refused =
          shop.post(PATH, null, Shop.charge(1, currency, "pm_card_visa", "amount", amount));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/type")).isEqualTo("invalid_request_error");
      assertThat(refused.at("/error/param")).isEqualTo("amount");
      assertThat(refused.at("/error/code")).isEqualTo(code);
      assertThat(shop.get(PATH).json().path("data").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, eur", "99999999, jpy", "1010, kwd", "500, isk"})
    void an_amount_at_the_edge_is_taken(long amount, String currency) throws Exception {
      assertThat(shop.post(PATH, null, Shop.charge(amount, currency, "pm_card_visa")).status())
          .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "euro", "xxx", "xau"})
    void a_currency_that_no_one_pays_in_is_named(String currency) throws Exception {
      Shop.Reply refused = shop.post(PATH, null, Shop.charge(5, currency, "pm_card_visa"));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/param")).isEqualTo("currency");
    }

    @Test
    void an_unknown_payment_method_is_a_missing_resource() throws Exception {
      Shop.Reply refused = shop.post(PATH, null, Shop.charge(5, "eur", "pm_nobody"));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/code")).isEqualTo("resource_missing");
      assertThat(refused.at("/error/param")).isEqualTo("payment_method");
    }

    @Test
    void an_unknown_parameter_is_named() throws Exception {
      Shop.Reply refused = shop.pay(null, "ammount", "5");

      assertThat(refused.at("/error/code")).isEqualTo("parameter_unknown");
      assertThat(refused.at("/error/param")).isEqualTo("ammount");
    }

    @Test
    void confirming_without_saying_no_to_redirects_needs_a_return_url() throws Exception {
      Shop.Reply refused =
          shop.post(
              PATH,
              null,
              "amount",
              "5",
              "currency",
              "eur",
              "payment_method",
              "pm_card_visa",
              "confirm",
              "true");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/message")).contains("return_url");
    }

    @Test
    void metadata_beyond_the_limits_is_refused() throws Exception {
      assertThat(shop.pay(null, "metadata[" + "k".repeat(41) + "]", "v").status()).isEqualTo(400);
      assertThat(shop.pay(null, "metadata[k]", "v".repeat(501)).status()).isEqualTo(400);
      assertThat(shop.pay(null, "metadata[k", "v").status()).isEqualTo(400);
    }

    @Test
    void an_unknown_id_is_not_found() throws Exception {
      Shop.Reply refused = shop.get(PATH + "/pi_nobody");

      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.at("/error/code")).isEqualTo("resource_missing");
    }
  }
}
