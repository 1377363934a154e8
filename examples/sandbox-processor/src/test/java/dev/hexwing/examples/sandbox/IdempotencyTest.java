package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends SandboxTest {

  private static final String PATH = "/v1/payment_intents";

  @Nested
  class The_same_request_again {

    @Test
    void gets_the_first_answer_byte_for_byte_and_is_not_charged() throws Exception {
      Shop.Reply first = shop.pay("key-1");
      Shop.Reply again = shop.pay("key-1");

      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.status()).isEqualTo(200);
      assertThat(first.header("Idempotent-Replayed")).isEmpty();
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      assertThat(again.header("Original-Request")).isEqualTo(first.header("Request-Id"));
      assertThat(shop.charges()).isEqualTo(1);
    }

    @Test
    void gets_a_decline_again() throws Exception {
      String[] form = Shop.charge(5, "eur", "pm_card_chargeDeclined");
      Shop.Reply first = shop.post(PATH, "key-1", form);
      Shop.Reply again = shop.post(PATH, "key-1", form);

      assertThat(again.status()).isEqualTo(402);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      assertThat(shop.get(PATH).json().path("data").size()).isEqualTo(1);
    }

    @Test
    void is_recognised_whatever_the_order_of_its_parameters() throws Exception {
      shop.pay("key-1", "metadata[a]", "1", "metadata[b]", "2");

      assertThat(shop.pay("key-1", "metadata[b]", "2", "metadata[a]", "1").status()).isEqualTo(200);
    }

    @Test
    void is_charged_anew_without_a_key_or_with_another() throws Exception {
      shop.pay(null);
      shop.pay(null);
      shop.pay("key-1");
      shop.pay("key-2");

      assertThat(shop.charges()).isEqualTo(4);
    }
  }

  @Nested
  class Another_request_with_the_key {

    @Test
    void is_an_idempotency_error() throws Exception {
      shop.pay("key-1");
      Shop.Reply other = shop.post(PATH, "key-1", Shop.charge(5001, "eur", "pm_card_visa"));

      assertThat(other.status()).isEqualTo(400);
      assertThat(other.at("/error/type")).isEqualTo("idempotency_error");
      assertThat(shop.charges()).isEqualTo(1);
    }

    @Test
    void is_an_idempotency_error_at_another_address_too() throws Exception {
      String id = shop.pay("key-1").at("/id");

      assertThat(shop.post("/v1/refunds", "key-1", "payment_intent", id).at("/error/type"))
          .isEqualTo("idempotency_error");
    }
  }

  @Nested
  class A_request_that_failed_validation {

    @Test
    void leaves_its_key_free() throws Exception {
      shop.post(PATH, "key-1", Shop.charge(0, "eur", "pm_card_visa"));

      assertThat(shop.pay("key-1").status()).isEqualTo(200);
    }

    @Test
    void may_not_have_a_key_that_is_too_long_or_empty() throws Exception {
      assertThat(shop.pay("k".repeat(256)).status()).isEqualTo(400);
      assertThat(shop.pay("").status()).isEqualTo(400);
      assertThat(shop.pay("k".repeat(255)).status()).isEqualTo(200);
    }
  }

  @Nested
  class While_the_first_is_running {

    @Test
    void the_same_key_is_in_use() throws Exception {
      shop.faults("slow=1:1500ms");
      try (ExecutorService taps = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Shop.Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          replies.add(taps.submit(() -> shop.pay("key-1")));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Shop.Reply> reply : replies) {
          Shop.Reply got = reply.get();
          statuses.add(got.status());
          if (got.status() == 409) {
            assertThat(got.at("/error/code")).isEqualTo("idempotency_key_in_use");
          }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
      }
      assertThat(shop.charges()).isEqualTo(1);
    }
  }

  @Nested
  class After_the_retention {

    @Test
    void the_key_is_forgotten() throws Exception {
      AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
      SandboxOptions aging = options().withKeyRetention(Duration.ofHours(24), now::get);
      restart(aging);
      shop.pay("key-1");
      now.set(Instant.parse("2026-01-01T23:59:59Z"));
      assertThat(shop.pay("key-1").header("Idempotent-Replayed")).isEqualTo("true");
      now.set(Instant.parse("2026-01-02T00:00:00Z"));

      assertThat(shop.pay("key-1").header("Idempotent-Replayed")).isEmpty();
      assertThat(shop.charges()).isEqualTo(2);
    }
  }
}
