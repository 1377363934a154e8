package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

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
