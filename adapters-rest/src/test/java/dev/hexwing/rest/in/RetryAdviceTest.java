package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.payments.PayForOrder;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every answer about money says whether it is final, and what to do with the key. */
class RetryAdviceTest {

  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private static void assertTold(Answer answer, int status, String outcome, String retry) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.string("/outcome")).isEqualTo(outcome);
    assertThat(answer.string("/retry")).isEqualTo(retry);
  }

  static UnaryOperator<UseCases> paying(PayForOrder payForOrder) {
    return u ->
        new UseCases(
            u.placeOrder(),
            u.cancelOrder(),
            u.findOrder(),
            u.listOrders(),
            u.listProducts(),
            payForOrder,
            u.refundPayment(),
            u.findPayment(),
            u.listPayments(),
            u.showPaymentHistory(),
            u.receiveProcessorNotice(),
            u.showAttention(),
            u.askAgain(),
            u.showDeadLetters(),
            u.resumeDeadLetter(),
            u.dismissDeadLetter(),
            u.countDeadLetters(),
            u.showConsumerStarts(),
            u.registerDrone(),
            u.reportBattery(),
            u.clearMaintenance(),
            u.groundDrone(),
            u.returnDrone(),
            u.findDrone(),
            u.listDrones(),
            u.findDelivery(),
            u.completeDelivery(),
            u.failDelivery(),
            u.recordSeen(),
            u.showJourneys(),
            u.rebuildJourneys(),
            u.showRebuild(),
            u.showDashboard());
  }

  @Nested
  class A_payment {

    @Test
    void that_is_confirmed_is_final_and_done() {
      assertTold(shop.pay(shop.order(), "k"), 201, "final", "none");
    }

    @Test
    void that_is_unknown_is_asked_for_again_with_the_same_key() {
      shop.processor.next(Fate.ANSWER_LOST);
      assertTold(shop.pay(shop.order(), "k"), 202, "unknown", "same-key");
    }

    @Test
    void that_was_declined_replays_its_decline_and_another_key_may_pay() {
      String orderId = shop.order();
      shop.processor.next(Fate.DECLINED);
      Answer declined = shop.pay(orderId, "k1");
      assertTold(declined, 402, "final", "new-key");
      Answer again = shop.pay(orderId, "k1");
      assertThat(again.bytes()).isEqualTo(declined.bytes());
      assertTold(shop.pay(orderId, "k2"), 201, "final", "none");
      assertTold(shop.pay(orderId, "k1"), 402, "final", "new-key");
    }

    @Test
    void of_a_paid_order_is_final() {
      String orderId = shop.order();
      shop.pay(orderId, "k1");
      assertTold(shop.pay(orderId, "k2"), 409, "final", "none");
    }

    @Test
    void beside_an_open_one_is_unknown_until_that_one_is_settled() {
      String orderId = shop.order();
      shop.processor.next(Fate.ANSWER_LOST);
      shop.pay(orderId, "k1");
      assertTold(shop.pay(orderId, "k2"), 409, "unknown", "same-key");
    }

    @Test
    void that_never_left_is_final_and_may_use_its_key_again() {
      shop.processor.next(Fate.NOT_SENT);
      assertTold(shop.pay(shop.order(), "k"), 503, "final", "same-key");
    }

    @Test
    void whose_key_was_used_for_another_needs_a_new_one() {
      shop.pay(shop.order(), "k");
      assertTold(shop.pay(shop.order(), "k"), 422, "final", "new-key");
    }

    @Test
    void that_meets_a_store_that_is_away_may_have_been_made_before() {
      PayForOrder away =
          command -> {
            throw new StoreUnavailable("away", new Error("x"), false);
          };
      try (Shop broken = Shop.open(paying(away))) {
        assertTold(broken.pay(broken.order(), "k"), 503, "unknown", "same-key");
      }
    }

    @Test
    void that_keeps_losing_its_race_may_have_been_made_by_the_winner() {
      PayForOrder losing =
          command -> {
            throw new WriteConflict(WriteConflict.Subject.KEY, "k");
          };
      try (Shop broken = Shop.open(paying(losing))) {
        assertTold(broken.pay(broken.order(), "k"), 409, "unknown", "same-key");
      }
    }

    @Test
    void that_fails_in_a_way_nobody_foresaw_is_unknown() {
      PayForOrder failing =
          command -> {
            throw new IllegalStateException("bug");
          };
      try (Shop broken = Shop.open(paying(failing))) {
        assertTold(broken.pay(broken.order(), "k"), 500, "unknown", "same-key");
      }
    }
  }

  @Nested
  class A_refund {

    private final String body = "{\"amount\":2000,\"currency\":\"EUR\"}";

    private Answer refund(String path, String key) {
      return shop.post(path, body, "Idempotency-Key", key);
    }

    @Test
    void tells_the_same_words() {
      String path = "/v1/payments/" + shop.pay(shop.order(), "k").string("/paymentId") + "/refunds";
      shop.processor.next(Fate.DECLINED, Fate.ANSWER_LOST, Fate.NOT_SENT);
      assertTold(refund(path, "r1"), 402, "final", "new-key");
      assertTold(refund(path, "r2"), 202, "unknown", "same-key");
      assertTold(refund(path, "r3"), 503, "final", "same-key");
      assertTold(refund(path, "r3"), 201, "final", "none");
    }
  }

  @Nested
  class A_replay {

    /** Beside these a replay may have only what the server itself says of every answer. */
    private static final Set<String> ALLOWED =
        Set.of("content-type", "location", "retry-after", "link", "idempotency-replayed");

    private Set<String> own(Answer answer) {
      Set<String> names = new TreeSet<>(answer.headers().map().keySet());
      names.removeAll(shop.get("/v1/products").headers().map().keySet());
      names.remove("content-type");
      return names;
    }

    @Test
    void has_no_header_but_those_allowed_and_none_of_the_first_request() {
      String orderId = shop.order();
      Answer first =
          shop.post(
              "/v1/payments",
              Shop.payment(orderId),
              "Idempotency-Key",
              "k",
              "X-Correlation-Id",
              "first");
      Answer replay =
          shop.post(
              "/v1/payments",
              Shop.payment(orderId),
              "Idempotency-Key",
              "k",
              "X-Correlation-Id",
              "second");
      assertThat(replay.bytes()).isEqualTo(first.bytes());
      assertThat(own(replay)).containsExactly("idempotency-replayed", "location");
      assertThat(ALLOWED).containsAll(own(replay));
      assertThat(replay.header("X-Correlation-Id")).contains("second");
    }
  }

  @Nested
  class After_its_lifetime {

    @Test
    void a_key_is_refused_with_its_payment_and_never_charges_again() {
      String orderId = shop.order();
      Answer paid = shop.pay(orderId, "k");
      shop.clock.advance(LIFETIME.plusMinutes(1));
      assertThat(shop.hexwing.purgeOnce()).isFalse();
      Answer refused = shop.pay(orderId, "k");
      assertTold(refused, 409, "final", "none");
      assertThat(refused.code()).isEqualTo("idempotency.key-expired");
      assertThat(refused.string("/paymentId")).isEqualTo(paid.string("/paymentId"));
      assertThat(refused.header("Link").orElseThrow()).contains(paid.string("/paymentId"));
      assertThat(shop.processor.requests()).isEqualTo(1);
    }

    @Test
    void a_declined_key_does_not_pay_either() {
      String orderId = shop.order();
      shop.processor.next(Fate.DECLINED);
      shop.pay(orderId, "k");
      shop.clock.advance(LIFETIME.plusMinutes(1));
      shop.hexwing.purgeOnce();
      assertThat(shop.pay(orderId, "k").code()).isEqualTo("idempotency.key-expired");
      assertThat(shop.processor.requests()).isEqualTo(1);
    }

    @Test
    void a_key_of_an_order_places_no_second_one() {
      String order =
          """
          {"lines":[{"sku":"COFFEE-250","quantity":2}],\
          "dropOff":{"latitude":52.52,"longitude":13.405}}\
          """;
      shop.post("/v1/orders", order, "Idempotency-Key", "o");
      shop.clock.advance(LIFETIME.plusMinutes(1));
      shop.hexwing.purgeOnce();
      Answer again = shop.post("/v1/orders", order, "Idempotency-Key", "o");
      assertThat(again.code()).isEqualTo("idempotency.key-expired");
      assertThat(shop.get("/v1/orders").json().get("items")).hasSize(1);
    }

    @Test
    void a_key_of_another_request_is_still_told_so() {
      shop.pay(shop.order(), "k");
      shop.clock.advance(LIFETIME.plusMinutes(1));
      shop.hexwing.purgeOnce();
      assertThat(shop.pay(shop.order(), "k").code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void which_the_document_tells() {
      String pointer = "/components/parameters/Idempotency-Key/x-idempotency-key-lifetime";
      assertThat(shop.get("/openapi.json").string(pointer)).isEqualTo("PT24H");
      RestSettings longer = Shop.settings().withKeyLifetime(Duration.ofDays(3));
      try (Shop patient = new Shop(longer, UnaryOperator.identity(), java.util.List.of())) {
        assertThat(patient.get("/openapi.json").string(pointer)).isEqualTo("PT72H");
      }
    }
  }
}
