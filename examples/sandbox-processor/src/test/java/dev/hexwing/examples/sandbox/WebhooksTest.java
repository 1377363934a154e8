package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhooksTest extends SandboxTest {

  private static final String SECRET = "whsec_test";

  private record Received(String signature, String body) {
    JsonNode json() {
      return Json.read(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer listener;

  @BeforeEach
  void listen() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(
              new Received(
                  exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                  new String(body, StandardCharsets.UTF_8)));
          int status = refusals.getAndDecrement() > 0 ? 503 : 204;
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    listener.start();
    restart(options().withWebhook(new Webhook(url("/hook"), SECRET)));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + path);
  }

  @AfterEach
  void hangUp() {
    listener.stop(0);
  }

  private Received next() throws InterruptedException {
    Received next = received.poll(15, TimeUnit.SECONDS);
    assertThat(next).as("a notice").isNotNull();
    return next;
  }

  @Nested
  class A_notice {

    @Test
    void tells_of_a_charge_and_is_signed() throws Exception {
      Shop.Reply paid = shop.pay("key-1");
      Received notice = next();

      assertThat(notice.json().path("type").asString()).isEqualTo("payment_intent.succeeded");
      assertThat(notice.json().path("object").asString()).isEqualTo("event");
      assertThat(notice.json().path("id").asString()).startsWith("evt_");
      assertThat(notice.json().at("/data/object")).isEqualTo(paid.json());
      assertThat(notice.json().at("/request/idempotency_key").asString()).isEqualTo("key-1");
      String[] parts = notice.signature().split(",", -1);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = parts[0].substring("t=".length()) + "." + notice.body();
      assertThat(parts[1])
          .isEqualTo(
              "v1="
                  + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void tells_of_a_decline_and_of_a_refund() throws Exception {
      shop.post("/v1/payment_intents", null, Shop.charge(5, "eur", "pm_card_chargeDeclined"));
      assertThat(next().json().path("type").asString()).isEqualTo("payment_intent.payment_failed");
      String id = shop.pay(null).at("/id");
      next();
      shop.post("/v1/refunds", null, "payment_intent", id, "amount", "5000");
      Received charge = next();
      Received refund = next();

      assertThat(charge.json().path("type").asString()).isEqualTo("charge.refunded");
      assertThat(charge.json().at("/data/object/payment_intent").asString()).isEqualTo(id);
      assertThat(charge.json().at("/data/object/amount_refunded").asLong()).isEqualTo(5000);
      assertThat(charge.json().at("/data/object/refunded").asBoolean()).isTrue();
      assertThat(refund.json().path("type").asString()).isEqualTo("refund.updated");
      assertThat(refund.json().at("/data/object/payment_intent").asString()).isEqualTo(id);
    }

    @Test
    void is_sent_again_with_the_same_id_until_it_is_taken() throws Exception {
      refusals.set(2);
      shop.pay(null);
      Received first = next();
      Received second = next();
      Received third = next();

      assertThat(second.body()).isEqualTo(first.body());
      assertThat(third.body()).isEqualTo(first.body());
    }

    @Test
    void tells_of_a_charge_whose_answer_was_lost() throws Exception {
      shop.faults("error-after=1");
      shop.pay("key-1");

      assertThat(next().json().path("type").asString()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void may_come_twice_and_is_the_same_then() throws Exception {
      shop.faults("notice-twice=1");
      shop.pay("key-1");
      assertThat(next().body()).isEqualTo(next().body());
    }

    @Test
    void may_come_after_a_later_one() throws Exception {
      shop.faults("notice-late=1:500ms");
      shop.pay("key-1");
      shop.faults("none");
      shop.post("/v1/payment_intents", null, Shop.charge(5, "eur", "pm_card_chargeDeclined"));

      assertThat(next().json().path("type").asString()).isEqualTo("payment_intent.payment_failed");
      assertThat(next().json().path("type").asString()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void is_not_sent_for_a_replay() throws Exception {
      shop.pay("key-1");
      shop.pay("key-1");
      shop.post("/v1/payment_intents", null, Shop.charge(5, "eur", "pm_card_chargeDeclined"));

      assertThat(next().json().path("type").asString()).isEqualTo("payment_intent.succeeded");
      assertThat(next().json().path("type").asString()).isEqualTo("payment_intent.payment_failed");
    }
  }

  @Nested
  class An_address {

    @Test
    void has_to_be_one_of_the_web() {
      assertThatThrownBy(() -> new Webhook(URI.create("ftp://x/y"), SECRET))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Webhook(url("/hook"), " "))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(new Webhook(url("/hook"), SECRET).toString()).doesNotContain(SECRET);
    }
  }
}
