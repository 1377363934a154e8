package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends SandboxTest {

  @Nested
  class The_key {

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer sk_test_other", "Bearer", "Basic !!!", "Digest x"})
    void is_needed(String authorization) throws Exception {
      try (Shop stranger = new Shop(sandbox.port(), authorization)) {
        Shop.Reply refused = stranger.pay(null);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/error/type")).isEqualTo("invalid_request_error");
        assertThat(refused.text()).doesNotContain("sk_test");
        assertThat(stranger.get("/v1/payment_intents").status()).isEqualTo(401);
      }
      assertThat(shop.charges()).isZero();
    }

    @Test
    void may_be_the_user_name_of_basic_authentication() throws Exception {
      String pair =
          Base64.getEncoder()
              .encodeToString("sk_test_sandbox:".getBytes(StandardCharsets.US_ASCII));
      try (Shop basic = new Shop(sandbox.port(), "Basic " + pair)) {
        assertThat(basic.get("/v1/payment_intents").status()).isEqualTo(200);
      }
    }

    @Test
    void can_be_another_one() throws Exception {
      restart(options().withKey("sk_test_mine"));

      assertThat(shop.get("/v1/refunds").status()).isEqualTo(401);
      try (Shop mine = new Shop(sandbox.port(), "Bearer sk_test_mine")) {
        assertThat(mine.get("/v1/refunds").status()).isEqualTo(200);
      }
    }
  }

  @Nested
  class Limits {

    @Test
    void a_body_announced_over_64_kilobytes_is_too_large_before_it_is_sent() throws Exception {
      String head =
          "POST /v1/payment_intents HTTP/1.1\r\nHost: localhost\r\n"
              + "Authorization: Bearer sk_test_sandbox\r\nContent-Length: "
              + 65_537
              + "\r\n\r\n";
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("invalid_request_error");
      }
    }

    @Test
    void a_body_of_unknown_length_is_not_read_past_64_kilobytes() throws Exception {
      String body =
          Shop.encoded(Shop.charge(5, "eur", "pm_card_visa", "description", "x".repeat(70_000)));
      byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
      int status;
      try {
        status =
            shop.send(
                    "/v1/payment_intents",
                    Map.of(),
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .status();
      } catch (IOException hungUpWhileSending) {
        status = 413;
      }
      assertThat(status).isEqualTo(413);
      assertThat(shop.charges()).isZero();
    }

    @Test
    void json_is_not_understood() throws Exception {
      Shop.Reply refused =
          shop.send(
              "/v1/payment_intents",
              Map.of("Content-Type", "application/json"),
              HttpRequest.BodyPublishers.ofString("{}"));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/message")).contains("x-www-form-urlencoded");
    }

    @Test
    void a_broken_escape_is_not_understood() throws Exception {
      assertThat(
              shop.send(
                      "/v1/payment_intents",
                      Map.of(),
                      HttpRequest.BodyPublishers.ofString("amount=%zz"))
                  .status())
          .isEqualTo(400);
    }

    @Test
    void an_unknown_address_is_named_in_the_same_error_shape() throws Exception {
      Shop.Reply unknown = shop.get("/v1/customers");

      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.at("/error/message")).contains("GET: /v1/customers");
    }
  }
}
