package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The shop as its customers and staff meet it. */
class ShopTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Nested
  class An_order {

    @Test
    void is_placed_at_the_catalogues_prices_and_found_again() {
      Answer placed =
          shop.post(
              "/v1/orders",
              """
              {"lines":[{"sku":"COFFEE-250","quantity":2},{"sku":"TEA-100","quantity":1}],
               "dropOff":{"latitude":52.52,"longitude":13.405},"giftWrap":true}\
              """);
      assertThat(placed.status()).isEqualTo(201);
      assertThat(placed.json().at("/total/amount").asLong()).isEqualTo(5700);
      assertThat(placed.string("/status")).isEqualTo("PLACED");
      Answer found = shop.get(placed.header("Location").orElseThrow());
      assertThat(found.text()).isEqualTo(placed.text());
    }

    @Test
    void is_placed_once_per_key() {
      String body =
          """
          {"lines":[{"sku":"TEA-100","quantity":1}],"dropOff":{"latitude":1,"longitude":2}}\
          """;
      Answer first = shop.post("/v1/orders", body, "Idempotency-Key", "\"one\"");
      Answer second = shop.post("/v1/orders", body, "Idempotency-Key", "\"one\"");
      assertThat(second.bytes()).isEqualTo(first.bytes());
      assertThat(first.header("Idempotency-Replayed")).isEmpty();
      assertThat(second.header("Idempotency-Replayed")).contains("true");
      assertThat(shop.get("/v1/orders").json().at("/items")).hasSize(1);
    }

    @Test
    void that_is_paid_is_refunded_when_it_is_cancelled() {
      String orderId = shop.order();
      String payment = shop.pay(orderId, Shop.newKey()).string("/paymentId");
      shop.broker.drain(shop.store);
      Answer cancelled =
          shop.post("/v1/orders/" + orderId + "/cancellation", "{\"reason\":\"too late\"}");
      assertThat(cancelled.string("/status")).isEqualTo("CANCELLED");
      shop.settle();
      Answer refunded = shop.get("/v1/payments/" + payment);
      assertThat(refunded.string("/status")).isEqualTo("REFUNDED");
      assertThat(refunded.json().get("refunded").asLong()).isEqualTo(5000);
      assertThat(refunded.string("/retry")).isEqualTo("none");
    }

    @Test
    void that_is_cancelled_is_not_cancelled_again() {
      String path = "/v1/orders/" + shop.order() + "/cancellation";
      shop.post(path, "{\"reason\":\"a\"}");
      Answer again = shop.post(path, "{\"reason\":\"a\"}");
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.code()).isEqualTo("order.wrong-status");
    }

    @Test
    void list_goes_on_page_by_page_until_the_end() {
      for (int i = 0; i < 5; i++) {
        shop.order();
      }
      Answer first = shop.get("/v1/orders?limit=2");
      Answer second = shop.get("/v1/orders?limit=2&cursor=" + first.string("/nextCursor"));
      Answer third = shop.get("/v1/orders?limit=2&cursor=" + second.string("/nextCursor"));
      assertThat(first.json().at("/items")).hasSize(2);
      assertThat(second.json().at("/items")).hasSize(2);
      assertThat(third.json().at("/items")).hasSize(1);
      assertThat(third.json().get("nextCursor").isNull()).isTrue();
      assertThat(second.text()).doesNotContain(first.string("/items/0/orderId"));
    }

    @Test
    void list_of_exactly_a_hundred_ends_with_them() {
      for (int i = 0; i < 100; i++) {
        shop.order();
      }
      Answer all = shop.get("/v1/orders?limit=100");
      assertThat(all.json().at("/items")).hasSize(100);
      assertThat(all.json().get("nextCursor").isNull()).isTrue();
      shop.order();
      assertThat(shop.get("/v1/orders?limit=100").json().get("nextCursor").isNull()).isFalse();
    }
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
      assertThat(answer.header("Retry-After")).contains("2");
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

  @Nested
  class The_fleet {

    @Test
    void flies_what_was_paid_and_comes_home() {
      assertThat(register("A47").status()).isEqualTo(201);
      assertThat(register("A47").code()).isEqualTo("drone.exists");
      shop.post("/v1/drones/A47/battery", "{\"percent\":80}");
      String orderId = shop.order();
      assertThat(shop.get("/v1/orders/" + orderId + "/delivery").code())
          .isEqualTo("delivery.unknown");
      shop.pay(orderId, Shop.newKey());
      shop.settle();
      Answer delivery = shop.get("/v1/orders/" + orderId + "/delivery");
      assertThat(delivery.string("/droneId")).isEqualTo("A47");
      assertThat(delivery.json().get("grams").asLong()).isEqualTo(500);
      Answer drone = shop.get("/v1/drones/A47");
      assertThat(drone.string("/deliveryId")).isEqualTo(delivery.string("/deliveryId"));
      String path = "/v1/deliveries/" + delivery.string("/deliveryId");
      assertThat(shop.send("POST", path + "/completion", BodyPublishers.noBody()).string("/status"))
          .isEqualTo("COMPLETED");
      assertThat(shop.post(path + "/failure", "{\"reason\":\"wind\"}").code())
          .isEqualTo("delivery.wrong-status");
      assertThat(
              shop.send("POST", "/v1/drones/A47/return", BodyPublishers.noBody()).string("/status"))
          .isEqualTo("READY");
      shop.settle();
      assertThat(shop.get("/v1/orders/" + orderId).string("/status")).isEqualTo("DELIVERED");
    }

    @Test
    void is_grounded_and_cleared() {
      register("B1");
      assertThat(shop.post("/v1/drones/B1/grounding", "{\"reason\":\"ice\"}").string("/status"))
          .isEqualTo("GROUNDED");
      Answer cleared =
          shop.send("POST", "/v1/drones/B1/maintenance-clearance", BodyPublishers.noBody());
      assertThat(cleared.string("/status")).isEqualTo("READY");
      assertThat(cleared.json().get("batteryPercent").isNull()).isTrue();
      assertThat(shop.send("POST", "/v1/drones/B1/return", BodyPublishers.noBody()).code())
          .isEqualTo("drone.wrong-status");
    }

    @Test
    void is_listed_by_name_page_by_page() {
      register("B2");
      register("A1");
      Answer first = shop.get("/v1/drones?limit=1");
      assertThat(first.string("/items/0/droneId")).isEqualTo("A1");
      Answer second = shop.get("/v1/drones?limit=1&cursor=" + first.string("/nextCursor"));
      assertThat(second.string("/items/0/droneId")).isEqualTo("B2");
      assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    private Answer register(String name) {
      return shop.post(
          "/v1/drones",
          "{\"droneId\":\"%s\",\"model\":\"Heron 2\",\"capacityGrams\":2000}".formatted(name));
    }
  }

  @Nested
  class A_journey {

    @Test
    void ends_when_the_customer_says_so() {
      String orderId = shop.order();
      shop.post(
          "/v1/payments",
          Shop.payment(orderId),
          "Idempotency-Key",
          "k",
          "X-Correlation-Id",
          "journey-1");
      shop.settle();
      Answer seen =
          shop.post(
              "/v1/journeys/journey-1/seen",
              "{\"tappedAt\":\"2026-01-01T12:00:00Z\",\"seenAt\":\"2026-01-01T13:00:01+01:00\"}");
      assertThat(seen.status()).isEqualTo(204);
      Answer summary = shop.get("/v1/journeys/summary");
      assertThat(summary.json().get("seen").asLong()).isEqualTo(1);
      assertThat(summary.json().at("/tapToSeen/p50Ms").asLong()).isEqualTo(1000);
    }

    @Test
    void that_was_seen_before_it_began_is_refused() {
      Answer wrong =
          shop.post(
              "/v1/journeys/journey-1/seen",
              "{\"tappedAt\":\"2026-01-01T12:00:00Z\",\"seenAt\":\"2026-01-01T11:59:59Z\"}");
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.fields()).containsExactly("seenAt");
      assertThat(shop.post("/v1/journeys/no%20such/seen", "{}").code())
          .isEqualTo("journey.unknown");
    }
  }

  @Nested
  class The_front_page {

    @Test
    void has_all_its_figures_in_one_answer() {
      shop.pay(shop.order(), Shop.newKey());
      Answer dashboard = shop.get("/v1/dashboard");
      assertThat(dashboard.json().at("/payments/confirmed").asLong()).isEqualTo(1);
      assertThat(dashboard.json().at("/orders/PLACED").asLong()).isEqualTo(1);
      assertThat(dashboard.json().at("/orders/DELIVERED").asLong()).isZero();
      assertThat(dashboard.json().at("/queue/waiting").asLong()).isPositive();
    }

    @Test
    void has_the_catalogue() {
      assertThat(shop.get("/v1/products").json().at("/items")).hasSize(4);
    }

    @Test
    void is_one_document_that_loads_nothing_else() {
      Answer page = shop.get("/");
      assertThat(page.text()).contains("<title>Hexwing").doesNotContain("{{");
      assertThat(page.text()).doesNotContainPattern("(src|href)=\"(https?:)?//");
      assertThat(page.header("Content-Security-Policy").orElseThrow())
          .contains("script-src 'sha256-", "default-src 'none'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void unknown_things_are_404_of_their_kind() {
    String nobody = UUID.randomUUID().toString();
    assertThat(shop.get("/v1/orders/" + nobody).code()).isEqualTo("order.unknown");
    assertThat(shop.get("/v1/orders/nonsense").code()).isEqualTo("order.unknown");
    assertThat(shop.get("/v1/orders/nonsense/delivery").code()).isEqualTo("order.unknown");
    assertThat(shop.get("/v1/payments/" + nobody).code()).isEqualTo("payment.unknown");
    assertThat(shop.get("/v1/payments/nonsense/events").code()).isEqualTo("payment.unknown");
    assertThat(shop.get("/v1/drones/Z9").code()).isEqualTo("drone.unknown");
    assertThat(shop.get("/v1/drones/not-a-drone").code()).isEqualTo("drone.unknown");
    assertThat(
            shop.send("POST", "/v1/deliveries/" + nobody + "/completion", BodyPublishers.noBody())
                .code())
        .isEqualTo("delivery.unknown");
    assertThat(shop.pay(nobody, "k").code()).isEqualTo("payment.unknown-order");
    Answer nonsense = shop.pay("nonsense", "k");
    assertThat(nonsense.status()).isEqualTo(404);
    assertThat(nonsense.fields()).containsExactly("orderId");
  }
}
