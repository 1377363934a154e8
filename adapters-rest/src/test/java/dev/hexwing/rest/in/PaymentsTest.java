package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Paying and giving back: told truthfully, and the same however often it is asked. */
class PaymentsTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Nested
  class A_payment {

    @Test
    void is_confirmed_and_told_again_byte_for_byte() {
      String orderId = shop.order();
      String key = Shop.newKey();
      Answer first = shop.pay(orderId, key);
      Answer second = shop.pay(orderId, key);
      assertThat(first.status()).isEqualTo(201);
      assertThat(first.string("/outcome")).isEqualTo("final");
      assertThat(first.string("/retry")).isEqualTo("none");
      assertThat(second.status()).isEqualTo(201);
      assertThat(second.bytes()).isEqualTo(first.bytes());
      assertThat(second.header("Location")).isEqualTo(first.header("Location"));
      assertThat(first.header("Idempotency-Replayed")).isEmpty();
      assertThat(second.header("Idempotency-Replayed")).contains("true");
      assertThat(shop.processor.requests()).isEqualTo(1);
    }

    @Test
    void with_a_bare_key_is_the_same_as_with_a_quoted_one() {
      String orderId = shop.order();
      shop.pay(orderId, "tap-1");
      Answer quoted = shop.pay(orderId, "\"tap-1\"");
      assertThat(quoted.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void whose_answer_was_lost_is_unknown_and_never_failed() {
      shop.processor.next(Fate.ANSWER_LOST);
      Answer answer = shop.pay(shop.order(), Shop.newKey());
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.string("/status")).isEqualTo("OUTCOME_UNKNOWN");
      assertThat(answer.string("/outcome")).isEqualTo("unknown");
      assertThat(answer.string("/retry")).isEqualTo("same-key");
      assertThat(answer.header("Retry-After")).contains("1");
    }

    @Test
    void that_was_declined_says_why_and_is_told_again_byte_for_byte() {
      shop.processor.next(Fate.DECLINED);
      String orderId = shop.order();
      Answer first =
          shop.post(
              "/v1/payments",
              Shop.payment(orderId),
              "Idempotency-Key",
              "k",
              "X-Correlation-Id",
              "tap-1");
      Answer second =
          shop.post(
              "/v1/payments",
              Shop.payment(orderId),
              "Idempotency-Key",
              "k",
              "X-Correlation-Id",
              "tap-2");
      assertThat(first.status()).isEqualTo(402);
      assertThat(first.code()).isEqualTo("payment.declined");
      assertThat(first.string("/declineCode")).isEqualTo("card_declined");
      assertThat(first.string("/retry")).isEqualTo("new-key");
      assertThat(first.string("/correlationId")).isEqualTo("tap-1");
      assertThat(first.string("/instance")).endsWith(first.string("/paymentId"));
      assertThat(second.bytes()).isEqualTo(first.bytes());
      assertThat(second.header("X-Correlation-Id")).contains("tap-2");
      assertThat(second.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void that_did_not_reach_the_processor_may_use_its_key_again() {
      shop.processor.next(Fate.NOT_SENT);
      String orderId = shop.order();
      Answer away = shop.pay(orderId, "k");
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.code()).isEqualTo("processor.unavailable");
      assertThat(away.string("/retry")).isEqualTo("same-key");
      assertThat(shop.pay(orderId, "k").status()).isEqualTo(201);
    }

    @Test
    void of_a_paid_order_is_refused_with_a_link_to_the_one_that_counts() {
      String orderId = shop.order();
      String paymentId = shop.pay(orderId, Shop.newKey()).string("/paymentId");
      Answer again = shop.pay(orderId, Shop.newKey());
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.code()).isEqualTo("order.already-paid");
      assertThat(again.string("/paymentId")).isEqualTo(paymentId);
      assertThat(again.header("Link"))
          .contains("</v1/payments/" + paymentId + ">; rel=\"related\"");
    }

    @Test
    void while_another_is_open_is_refused_with_a_link_to_it() {
      shop.processor.next(Fate.ANSWER_LOST);
      String orderId = shop.order();
      String paymentId = shop.pay(orderId, Shop.newKey()).string("/paymentId");
      Answer again = shop.pay(orderId, Shop.newKey());
      assertThat(again.code()).isEqualTo("payment.already-open");
      assertThat(again.string("/paymentId")).isEqualTo(paymentId);
    }

    @Test
    void written_otherwise_is_the_same_request() {
      String orderId = shop.order();
      String key = Shop.newKey();
      Answer first = shop.pay(orderId, key);
      Answer again =
          shop.post(
              "/v1/payments",
              """
              { "note": "once more", "paymentMethod": "pm_card_visa",
                "currency": "EUR",   "amount": 5000, "orderId": "%s" }
              """
                  .formatted(orderId),
              "Idempotency-Key",
              key);
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.status()).isEqualTo(first.status());
    }

    @Test
    void with_a_key_of_another_request_is_refused() {
      shop.pay(shop.order(), "k");
      Answer reused = shop.pay(shop.order(), "k");
      assertThat(reused.status()).isEqualTo(422);
      assertThat(reused.code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void of_another_amount_than_is_due_is_refused() {
      Answer answer =
          shop.post(
              "/v1/payments",
              Shop.payment(shop.order()).replace("5000", "4999"),
              "Idempotency-Key",
              "k");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("payment.amount-differs");
      assertThat(answer.fields()).containsExactly("amount");
    }

    @Test
    void shows_its_history_now_and_as_it_was() {
      String orderId = shop.order();
      String paymentId = shop.pay(orderId, Shop.newKey()).string("/paymentId");
      Answer history = shop.get("/v1/payments/" + paymentId + "/events");
      assertThat(history.json().at("/items").valueStream().map(e -> e.get("type").asString()))
          .containsExactly("PaymentRequested", "PaymentConfirmed");
      Answer before = shop.get("/v1/payments/" + paymentId + "/events?asOf=2025-01-01T00:00:00Z");
      assertThat(before.json().at("/items")).isEmpty();
      Answer wrong = shop.get("/v1/payments/" + paymentId + "/events?asOf=yesterday");
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.fields()).containsExactly("asOf");
    }
  }

  @Nested
  class A_refund {

    @Test
    void gives_back_once_and_is_told_again_byte_for_byte() {
      String path =
          "/v1/payments/" + shop.pay(shop.order(), Shop.newKey()).string("/paymentId") + "/refunds";
      String body = "{\"amount\":2000,\"currency\":\"EUR\"}";
      Answer first = shop.post(path, body, "Idempotency-Key", "r");
      Answer second = shop.post(path, body, "Idempotency-Key", "r");
      assertThat(first.status()).isEqualTo(201);
      assertThat(second.bytes()).isEqualTo(first.bytes());
      assertThat(second.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void may_be_unknown_declined_or_too_much() {
      String path =
          "/v1/payments/" + shop.pay(shop.order(), Shop.newKey()).string("/paymentId") + "/refunds";
      String body = "{\"amount\":2000,\"currency\":\"EUR\"}";
      shop.processor.next(Fate.DECLINED, Fate.ANSWER_LOST);
      Answer declined = shop.post(path, body, "Idempotency-Key", "r1");
      Answer unknown = shop.post(path, body, "Idempotency-Key", "r2");
      Answer tooMuch = shop.post(path, body.replace("2000", "3001"), "Idempotency-Key", "r3");
      Answer yen = shop.post(path, body.replace("EUR", "JPY"), "Idempotency-Key", "r4");
      Answer noKey = shop.post(path, body);
      assertThat(declined.code()).isEqualTo("refund.declined");
      assertThat(unknown.status()).isEqualTo(202);
      assertThat(unknown.string("/outcome")).isEqualTo("unknown");
      assertThat(tooMuch.code()).isEqualTo("refund.exceeds-charge");
      assertThat(yen.code()).isEqualTo("refund.currency-differs");
      assertThat(noKey.code()).isEqualTo("idempotency.key-missing");
    }
  }
}
