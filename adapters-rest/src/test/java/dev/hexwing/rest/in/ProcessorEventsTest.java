package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The processor's own notices: believed only if signed, fresh and about a charge of ours. */
class ProcessorEventsTest {

  private static final String NOBODY = UUID.randomUUID().toString();

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private static String event(String type, String paymentId) {
    return """
    {"id":"evt_1","object":"event","type":"%s","data":{"object":{"id":"pi_1",\
    "amount":5000,"metadata":{"payment_id":"%s","order_id":"o"}}}}\
    """
        .formatted(type, paymentId);
  }

  private static String sign(String secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer send(String body, String signature) {
    return shop.post("/v1/processor-events", body, "Stripe-Signature", signature);
  }

  private Answer sendSigned(String body) {
    long now = shop.clock.instant().getEpochSecond();
    return send(body, "t=" + now + ",v1=" + sign(Shop.SECRET, now, body));
  }

  @Test
  void a_signed_notice_ends_an_unknown_payment() {
    shop.processor.next(Fate.ANSWER_LOST);
    String paymentId = shop.pay(shop.order(), "k").string("/paymentId");
    Answer heard = sendSigned(event("payment_intent.succeeded", paymentId));
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.json().get("taken").asBoolean()).isTrue();
    shop.hexwing.recoverOnce();
    assertThat(shop.get("/v1/payments/" + paymentId).string("/status")).isEqualTo("CONFIRMED");
    assertThat(sendSigned(event("payment_intent.succeeded", paymentId)).status()).isEqualTo(200);
  }

  @Test
  void refunds_and_declines_are_heard_too() {
    String paymentId = shop.pay(shop.order(), "k").string("/paymentId");
    for (String type :
        List.of("payment_intent.payment_failed", "refund.updated", "charge.refunded")) {
      assertThat(
              sendSigned(event(type, paymentId).replace("evt_1", "evt_" + type))
                  .json()
                  .get("taken")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void a_notice_about_a_payment_that_we_do_not_know_is_kept_for_operators_to_see() {
    Answer heard = sendSigned(event("payment_intent.succeeded", NOBODY));
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.json().get("taken").asBoolean()).isTrue();
    Answer letters = shop.get("/v1/operations/dead-letters");
    assertThat(letters.string("/items/0/consumer")).isEqualTo("payments.processor-notices");
    assertThat(letters.string("/items/0/payload")).contains("CHARGED", NOBODY);
  }

  @Test
  void notices_of_other_kinds_and_about_others_charges_are_passed_over() {
    assertThat(sendSigned(event("customer.created", NOBODY)).json().get("taken").asBoolean())
        .isFalse();
    String bare =
        "{\"id\":\"e\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"pi\"}}}";
    assertThat(sendSigned(bare).json().get("taken").asBoolean()).isFalse();
  }

  @Test
  void a_notice_without_a_right_fresh_signature_is_refused() {
    String body = event("payment_intent.succeeded", NOBODY);
    long now = shop.clock.instant().getEpochSecond();
    String right = sign(Shop.SECRET, now, body);
    for (String header :
        List.of(
            "t=" + now,
            "v1=" + right,
            "t=" + now + ",v1=" + sign("other", now, body),
            "t=" + now + ",v0=" + right,
            "t=" + (now + 1) + ",v1=" + right,
            "t=x,v1=" + right,
            "t=" + now + ",v1=" + right.substring(1),
            "t=" + now + ",v1=a".repeat(20) + ",v1=" + right,
            "nonsense")) {
      Answer answer = send(body, header);
      assertThat(answer.status()).as(header).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("processor-event.signature");
    }
    assertThat(shop.post("/v1/processor-events", body).code())
        .isEqualTo("processor-event.signature");
    assertThat(send(body + " ", "t=" + now + ",v1=" + right).code())
        .isEqualTo("processor-event.signature");
  }

  @Test
  void one_right_signature_among_several_is_enough() {
    String body = event("customer.created", NOBODY);
    long now = shop.clock.instant().getEpochSecond();
    String header =
        "t=" + now + ",v1=" + sign("old", now, body) + ", v1=" + sign(Shop.SECRET, now, body);
    assertThat(send(body, header).status()).isEqualTo(200);
  }

  @Test
  void a_notice_is_fresh_for_five_minutes_either_way() {
    String body = event("customer.created", NOBODY);
    long now = shop.clock.instant().getEpochSecond();
    String header = "t=" + now + ",v1=" + sign(Shop.SECRET, now, body);
    shop.clock.advance(Duration.ofMinutes(5));
    assertThat(send(body, header).status()).isEqualTo(200);
    shop.clock.advance(Duration.ofSeconds(1));
    assertThat(send(body, header).status()).isEqualTo(400);
    shop.clock.advance(Duration.ofMinutes(-10).minusSeconds(2));
    assertThat(send(body, header).status()).isEqualTo(400);
  }

  @Test
  void a_signed_notice_that_is_malformed_is_refused_by_its_fields() {
    Answer answer = sendSigned("{\"id\":\"\",\"type\":\"payment_intent.succeeded\"}");
    assertThat(answer.code()).isEqualTo("request.invalid");
    assertThat(answer.fields()).containsExactly("data", "id");
  }

  @Test
  void without_a_secret_no_notice_is_taken() {
    try (Shop closed = new Shop(RestSettings.defaults(), useCases -> useCases, List.of())) {
      Answer answer = closed.post("/v1/processor-events", "{}");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("processor-event.not-taken");
    }
  }
}
