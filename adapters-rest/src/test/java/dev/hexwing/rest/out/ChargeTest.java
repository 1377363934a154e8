package dev.hexwing.rest.out;

import static dev.hexwing.rest.out.Samples.PAYMENT;
import static dev.hexwing.rest.out.Samples.charge;
import static dev.hexwing.rest.out.Samples.error;
import static dev.hexwing.rest.out.Samples.intent;
import static dev.hexwing.rest.out.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.Declined;
import dev.hexwing.application.payments.ProcessorAnswer.NotSent;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeTest {

  private final ScriptedServer server = new ScriptedServer();
  private final StripeProcessor processor = Samples.processor(server);

  @AfterEach
  void close() {
    processor.close();
    server.close();
  }

  private ProcessorAnswer chargedWith(int status, String body) {
    server.answers(json(status, body));
    ProcessorAnswer answer = processor.charge(charge());
    server.only();
    return answer;
  }

  @Nested
  class The_request {

    @Test
    void is_the_documented_form_to_the_byte() {
      chargedWith(200, intent("succeeded"));

      assertThat(server.only().line()).isEqualTo("POST /v1/payment_intents HTTP/1.1");
      assertThat(server.only().body())
          .isEqualTo(
              "amount=5000&currency=eur&payment_method=pm_card_visa&confirm=true"
                  + "&automatic_payment_methods[enabled]=true"
                  + "&automatic_payment_methods[allow_redirects]=never"
                  + "&metadata[payment_id]=0199a1b2-0000-7000-8000-000000000001"
                  + "&metadata[order_id]=0199a1b2-0000-7000-8000-000000000002"
                  + "&metadata[correlation_id]=tap-1");
    }

    @Test
    void names_us_the_payment_and_the_version() {
      chargedWith(200, intent("succeeded"));

      ScriptedServer.Seen seen = server.only();
      assertThat(seen.header("Authorization")).isEqualTo("Bearer " + Samples.KEY);
      assertThat(seen.header("Idempotency-Key")).isEqualTo(PAYMENT.toString());
      assertThat(seen.header("Stripe-Version")).isEqualTo(StripeHttp.VERSION);
      assertThat(seen.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
      assertThat(seen.headers()).doesNotContainKey("upgrade");
    }

    @Test
    void encodes_what_is_not_plain() {
      assertThat(new Form().with("a[b c]", "ü & = + [x]'").toString())
          .isEqualTo("a[b+c]=%C3%BC+%26+%3D+%2B+%5Bx%5D%27");
    }

    @Test
    void counts_money_as_stripe_does() {
      server.answers(json(200, intent("succeeded")));
      processor.charge(charge(Money.ofMinor(5, "ISK")));
      assertThat(server.only().body()).startsWith("amount=500&currency=isk&");
    }

    @Test
    void is_not_made_for_an_amount_that_stripe_cannot_take() {
      assertThat(processor.charge(charge(Money.ofMinor(5124, "KWD"))))
          .isInstanceOfSatisfying(
              Declined.class,
              declined ->
                  assertThat(declined.reason().code()).isEqualTo("processor.amount-not-supported"));
      assertThat(server.heads()).isZero();
    }
  }

  @Nested
  class Approved_charges {

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void carry_stripes_name(int status) {
      assertThat(chargedWith(status, intent("succeeded")))
          .isEqualTo(new Approved(new ProcessorReference("pi_1")));
    }
  }

  @Nested
  class Declined_charges {

    @Test
    void carry_the_issuers_reason() {
      String body =
          """
          {"error":{"type":"card_error","code":"card_declined","message":"No funds.",
           "decline_code":"insufficient_funds",
           "payment_intent":{"id":"pi_1","status":"requires_payment_method"}}}\
          """;
      assertThat(chargedWith(402, body))
          .isEqualTo(new Declined(new DeclineReason("insufficient_funds", "No funds.")));
    }

    @Test
    void carry_stripes_reason_where_the_issuer_gave_none() {
      assertThat(chargedWith(402, error("card_error", "expired_card")))
          .isEqualTo(new Declined(new DeclineReason("expired_card", "Said the bank.")));
    }

    @Test
    void need_no_reason_at_all() {
      assertThat(chargedWith(402, "{\"error\":{\"type\":\"card_error\"}}"))
          .isEqualTo(new Declined(new DeclineReason("declined", "")));
    }

    @Test
    void keep_a_reason_of_any_length() {
      assertThat(chargedWith(402, error("card_error", "x".repeat(300))))
          .isEqualTo(new Declined(new DeclineReason("x".repeat(100), "Said the bank.")));
    }

    @ParameterizedTest
    @CsvSource({"requires_payment_method,requires_payment_method", "canceled,canceled"})
    void may_come_as_an_intent(String status, String code) {
      assertThat(chargedWith(200, intent(status)))
          .isInstanceOfSatisfying(
              Declined.class, declined -> assertThat(declined.reason().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
      "400,parameter_invalid_integer,processor.parameter_invalid_integer",
      "400,resource_missing,processor.resource_missing",
      "404,resource_missing,processor.resource_missing",
      "400,'',processor.invalid-request"
    })
    void are_requests_that_were_turned_away_by_their_form(int status, String code, String ours) {
      assertThat(chargedWith(status, error("invalid_request_error", code)))
          .isEqualTo(
              new Declined(
                  new DeclineReason(ours, "the payment processor did not accept the request")));
    }
  }

  @Nested
  class Requests_turned_away_unread {

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void were_not_sent(int status) {
      assertThat(chargedWith(status, error("invalid_request_error", "x")))
          .isInstanceOf(NotSent.class);
    }

    @Test
    void were_not_sent_whatever_the_body_says() {
      assertThat(chargedWith(429, "<html>slow down</html>")).isInstanceOf(NotSent.class);
    }
  }

  @Nested
  class Unknown_outcomes {

    @ParameterizedTest
    @ValueSource(strings = {"processing", "requires_capture", "requires_confirmation", "new"})
    void are_intents_that_are_still_open(String status) {
      assertThat(chargedWith(200, intent(status))).isEqualTo(new Unknown("it is " + status));
    }

    @ParameterizedTest
    @CsvSource({
      "400,idempotency_error,''",
      "400,invalid_request_error,idempotency_key_in_use",
      "409,invalid_request_error,idempotency_key_in_use",
      "409,idempotency_error,idempotency_key_in_use",
      "409,invalid_request_error,lock_timeout",
      "429,invalid_request_error,lock_timeout",
      "400,invalid_request_error,payment_intent_unexpected_state",
      "400,something_new,''",
      "402,api_error,''",
      "402,invalid_request_error,''",
      "404,'',''",
      "405,invalid_request_error,''",
      "408,invalid_request_error,''",
      "424,invalid_request_error,''",
      "500,api_error,''",
      "502,api_error,''",
      "503,api_error,''",
      "504,api_error,''"
    })
    void are_errors_that_do_not_say_that_nothing_was_charged(int status, String type, String code) {
      assertThat(chargedWith(status, error(type, code))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "processing", "requires_capture", "requires_action"})
    void are_errors_about_an_intent_that_may_charge(String status) {
      String body =
          "{\"error\":{\"type\":\"card_error\",\"payment_intent\":{\"status\":\"%s\"}}}"
              .formatted(status);
      assertThat(chargedWith(402, body)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "null",
          "{}",
          "<html>hello</html>",
          "{\"id\":\"pi_1\",\"object\":\"payment_intent\"}",
          "{\"id\":\"pi_1\",\"status\":\"succeeded\"}",
          "{\"object\":\"payment_intent\",\"status\":\"succeeded\"}",
          "{\"id\":\"\",\"object\":\"payment_intent\",\"status\":\"succeeded\"}",
          "{\"id\":7,\"object\":\"payment_intent\",\"status\":\"succeeded\"}",
          "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"succeeded\"}"
        })
    void are_answers_that_cannot_be_read(String body) {
      assertThat(chargedWith(200, body)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 307, 308})
    void are_answers_of_another_kind(int status) {
      server.answers(
          ScriptedServer.raw(
              "HTTP/1.1 %d Elsewhere\r\nLocation: %s/v1/other\r\nContent-Length: 0\r\n\r\n"
                  .formatted(status, server.url())));
      assertThat(processor.charge(charge())).isInstanceOf(Unknown.class);
      assertThat(server.heads()).isEqualTo(1);
    }

    @Test
    void name_the_request_for_stripes_support() {
      assertThat(chargedWith(500, "{}"))
          .isInstanceOfSatisfying(
              Unknown.class,
              unknown -> assertThat(unknown.why()).startsWith("HTTP 500 (request req_1)"));
    }
  }

  @Nested
  class When_the_bank_wants_to_see_the_customer {

    @Test
    void the_intent_is_canceled_and_the_charge_declined() {
      server.answers(json(200, intent("requires_action")), json(200, intent("canceled")));

      assertThat(processor.charge(charge()))
          .isInstanceOfSatisfying(
              Declined.class,
              declined ->
                  assertThat(declined.reason().code()).isEqualTo("authentication_required"));
      ScriptedServer.Seen cancel = server.seen().get(1);
      assertThat(cancel.line()).isEqualTo("POST /v1/payment_intents/pi_1/cancel HTTP/1.1");
      assertThat(cancel.header("Idempotency-Key")).isEqualTo(PAYMENT + "-cancel");
      assertThat(cancel.body()).isEqualTo("cancellation_reason=abandoned");
    }

    @ParameterizedTest
    @CsvSource({"200,succeeded", "200,requires_action", "400,canceled-not", "500,x"})
    void the_outcome_is_unknown_if_it_cannot_be_canceled(int status, String standing) {
      server.answers(json(200, intent("requires_action")), json(status, intent(standing)));

      assertThat(processor.charge(charge())).isInstanceOf(Unknown.class);
      assertThat(server.seen()).hasSize(2);
    }
  }
}
