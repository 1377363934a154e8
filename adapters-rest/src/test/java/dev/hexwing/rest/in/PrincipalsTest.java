package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks is found out before a key is looked up, so that nobody is told another's answer. */
class PrincipalsTest {

  private final Shop shop =
      new Shop(Shop.settings(), UnaryOperator.identity(), List.of(), PrincipalsTest::named);

  @AfterEach
  void close() {
    shop.close();
  }

  private static Principal named(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.FROM)
        .map(Principal::new)
        .orElseThrow(
            () -> new RequestRefused(Problem.of(401, "test.who-are-you", "say who you are")));
  }

  private Answer order(String who) {
    return shop.post(
        "/v1/orders",
        """
        {"lines":[{"sku":"COFFEE-250","quantity":2}],\
        "dropOff":{"latitude":52.52,"longitude":13.405}}\
        """,
        "From",
        who);
  }

  private Answer pay(String orderId, String who) {
    return shop.post("/v1/payments", Shop.payment(orderId), "Idempotency-Key", "tap", "From", who);
  }

  @Test
  void a_key_of_one_caller_is_nothing_to_another() {
    String hers = order("alice").string("/orderId");
    String his = order("bob").string("/orderId");
    assertThat(pay(hers, "alice").status()).isEqualTo(201);
    Answer same = pay(his, "bob");
    assertThat(same.status()).isEqualTo(201);
    assertThat(same.header("Idempotency-Replayed")).isEmpty();
    assertThat(pay(hers, "alice").header("Idempotency-Replayed")).contains("true");
    assertThat(shop.processor.requests()).isEqualTo(2);
  }

  @Test
  void another_caller_with_the_same_request_is_told_no_replay() {
    String hers = order("alice").string("/orderId");
    pay(hers, "alice");
    Answer answer = pay(hers, "mallory");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    assertThat(shop.processor.requests()).isEqualTo(1);
  }

  @Test
  void a_caller_who_is_refused_learns_nothing_of_a_finished_key() {
    String hers = order("alice").string("/orderId");
    pay(hers, "alice");
    Answer answer =
        shop.sendUnchecked(
            "POST",
            "/v1/payments",
            BodyPublishers.ofString(Shop.payment(hers)),
            "Idempotency-Key",
            "tap",
            "Content-Type",
            "application/json");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("test.who-are-you");
    assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    assertThat(answer.header("Link")).isEmpty();
  }
}
