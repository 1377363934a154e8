package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.PaymentTimes;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators are shown of unsettled payments, and how they have them looked into. */
class AttentionTest {

  private static final String ATTENTION = "/v1/operations/attention";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private String unknownPayment(String key) {
    shop.processor.next(Fate.ANSWER_LOST);
    return shop.pay(shop.order(), key).string("/paymentId");
  }

  private JsonNode items() {
    return shop.get(ATTENTION).json().get("items");
  }

  private Answer askAgain(String paymentId) {
    return shop.post(ATTENTION + "/" + paymentId + "/ask-again", "");
  }

  @Nested
  class Shown {

    @Test
    void is_an_unknown_payment_with_its_age_the_last_answer_and_the_next_try() {
      String paymentId = unknownPayment("k");
      shop.clock.advance(Duration.ofMillis(100));
      JsonNode shown = items().get(0);
      assertThat(shown.get("paymentId").asString()).isEqualTo(paymentId);
      assertThat(shown.get("refundId").isNull()).isTrue();
      assertThat(shown.get("state").asString()).isEqualTo("unknown");
      assertThat(shown.get("attempts").asInt()).isEqualTo(1);
      assertThat(shown.get("ageMs").asLong()).isEqualTo(100);
      assertThat(shown.get("nextTryInMs").asLong()).isBetween(100L, 300L);
      assertThat(shown.get("lastAnswer").asString()).isNotEmpty();
    }

    @Test
    void is_nothing_that_is_settled() {
      shop.pay(shop.order(), "k");
      assertThat(items()).isEmpty();
    }

    @Test
    void are_pages() {
      unknownPayment("k1");
      unknownPayment("k2");
      unknownPayment("k3");
      Answer first = shop.get(ATTENTION + "?limit=2");
      assertThat(first.json().get("items")).hasSize(2);
      Answer rest = shop.get(ATTENTION + "?limit=2&cursor=" + first.string("/nextCursor"));
      assertThat(rest.json().get("items")).hasSize(1);
      assertThat(rest.json().get("nextCursor").isNull()).isTrue();
      assertThat(shop.get(ATTENTION + "?cursor=bm9uc2Vuc2U").fields()).containsExactly("cursor");
    }
  }

  @Nested
  class Asked_again {

    @Test
    void an_unknown_payment_is_settled_at_once() {
      String paymentId = unknownPayment("k");
      Answer settled = askAgain(paymentId);
      assertThat(settled.status()).isEqualTo(200);
      assertThat(settled.string("/status")).isEqualTo("CONFIRMED");
      assertThat(items()).isEmpty();
      assertThat(shop.processor.requests()).isEqualTo(1);
    }

    @Test
    void a_payment_that_waits_for_a_person_is_looked_into_as_well() {
      Fate[] lost = new Fate[PaymentTimes.STANDARD.looks() + 1];
      Arrays.fill(lost, Fate.REQUEST_LOST);
      shop.processor.next(lost);
      String paymentId = shop.pay(shop.order(), "k").string("/paymentId");
      for (int i = 0; i < lost.length + 5; i++) {
        shop.clock.advance(Duration.ofMinutes(2));
        shop.hexwing.recoverOnce();
      }
      JsonNode shown = items().get(0);
      assertThat(shown.get("state").asString()).isEqualTo("needs-attention");
      assertThat(shown.get("nextTryInMs").isNull()).isTrue();
      assertThat(askAgain(paymentId).string("/status")).isEqualTo("OUTCOME_UNKNOWN");
      assertThat(askAgain(paymentId).string("/status")).isEqualTo("CONFIRMED");
      assertThat(items()).isEmpty();
    }

    @Test
    void a_settled_payment_is_told_as_it_is() {
      String paymentId = shop.pay(shop.order(), "k").string("/paymentId");
      assertThat(askAgain(paymentId).string("/status")).isEqualTo("CONFIRMED");
      assertThat(shop.processor.requests()).isEqualTo(1);
    }

    @Test
    void no_payment_is_unknown() {
      assertThat(askAgain(UUID.randomUUID().toString()).code()).isEqualTo("payment.unknown");
      assertThat(askAgain("nonsense").code()).isEqualTo("payment.unknown");
    }

    @Test
    void a_refund_is_looked_into_with_its_payment() {
      String paymentId = shop.pay(shop.order(), "k").string("/paymentId");
      shop.processor.next(Fate.ANSWER_LOST);
      shop.post(
          "/v1/payments/" + paymentId + "/refunds",
          "{\"amount\":2000,\"currency\":\"EUR\"}",
          "Idempotency-Key",
          "r");
      assertThat(items().get(0).get("refundId").isNull()).isFalse();
      assertThat(askAgain(paymentId).json().get("refunded").asLong()).isEqualTo(2000);
      assertThat(items()).isEmpty();
    }
  }
}
