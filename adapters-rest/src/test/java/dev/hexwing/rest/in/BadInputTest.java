package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a body, a query or a path is refused with its code and field. */
class BadInputTest {

  private static final Shop SHOP = Shop.open();

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @AfterEach
  void nothing_came_of_it() {
    assertThat(SHOP.get("/v1/orders").json().at("/items")).isEmpty();
    assertThat(SHOP.get("/v1/drones").json().at("/items")).isEmpty();
    assertThat(SHOP.get("/v1/dashboard").json().at("/payments")).isEmpty();
    assertThat(SHOP.processor.requests()).isZero();
  }

  private static Answer place(String body) {
    return SHOP.post("/v1/orders", body);
  }

  @Nested
  class A_body {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "{",
          "{\"lines\":",
          "[1,2",
          "nonsense",
          "{} {}",
          "null",
          "[]",
          "42",
          "\"text\"",
          "{'lines':1}",
          "{\"lines\":[],}",
          "\uFEFF{}"
        })
    void that_is_no_json_object_is_malformed(String body) {
      Shop.assertRefused(place(body), 400, "request.malformed");
    }

    @Test
    void that_is_malformed_is_told_where_and_not_repeated() {
      Answer answer = place("{\"lines\":\n x4111111111111111}");
      assertThat(answer.string("/detail")).contains("line 2, column ").doesNotContain("4111");
    }

    @Test
    void with_a_member_twice_is_refused_even_where_it_is_ignored() {
      Shop.assertRefused(
          place("{\"lines\":[],\"lines\":[],\"dropOff\":{}}"), 400, "request.malformed");
      Shop.assertRefused(
          place("{\"other\":{\"a\":1,\"a\":2},\"lines\":[],\"dropOff\":{}}"),
          400,
          "request.malformed");
    }

    @Test
    void nested_past_32_levels_is_refused() {
      Shop.assertRefused(
          place("{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}"), 400, "request.malformed");
      Answer deep = place("{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}");
      assertThat(deep.code()).isEqualTo("request.invalid");
    }

    @Test
    void that_is_not_utf_8_is_refused() {
      Answer latin =
          SHOP.send(
              "POST",
              "/v1/orders",
              BodyPublishers.ofByteArray("{\"x\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)),
              "Content-Type",
              "application/json");
      Shop.assertRefused(latin, 400, "request.malformed");
      Answer wide =
          SHOP.send(
              "POST",
              "/v1/orders",
              BodyPublishers.ofByteArray("{}".getBytes(StandardCharsets.UTF_16BE)),
              "Content-Type",
              "application/json");
      Shop.assertRefused(wide, 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "text/plain",
          "application/xml",
          "application/json; charset=iso-8859-1",
          "application/jsonx",
          "nonsense"
        })
    void of_another_type_is_refused(String type) {
      Answer answer =
          SHOP.send("POST", "/v1/orders", BodyPublishers.ofString("{}"), "Content-Type", type);
      Shop.assertRefused(answer, 415, "request.unsupported-media-type");
    }

    @Test
    void without_a_type_is_refused() {
      Shop.assertRefused(
          SHOP.send("POST", "/v1/orders", BodyPublishers.ofString("{}")),
          415,
          "request.unsupported-media-type");
    }

    @Test
    void over_the_limit_is_refused_whether_its_size_is_told_or_not() {
      String big = "{\"x\":\"" + "a".repeat(64 * 1024) + "\"}";
      Shop.assertRefused(place(big), 413, "request.too-large");
      Answer chunked =
          SHOP.send(
              "POST",
              "/v1/orders",
              BodyPublishers.ofInputStream(
                  () -> new java.io.ByteArrayInputStream(big.getBytes(StandardCharsets.UTF_8))),
              "Content-Type",
              "application/json");
      Shop.assertRefused(chunked, 413, "request.too-large");
    }

    @Test
    void just_within_the_limit_is_read() {
      String head = "{\"x\":\"";
      String body = head + "a".repeat(64 * 1024 - head.length() - 2) + "\"}";
      assertThat(place(body).code()).isEqualTo("request.invalid");
    }
  }

  @Nested
  class A_query {

    @ParameterizedTest
    @ValueSource(
        strings = {"limit=0", "limit=101", "limit=-1", "limit=x", "limit=", "limit=1&limit=2"})
    void asks_for_1_to_100_items(String query) {
      Shop.assertRefused(SHOP.get("/v1/orders?" + query), 400, "request.invalid", "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=", "cursor=%21%21", "cursor=bm9uc2Vuc2U", "cursor=QTQ3"})
    void goes_on_from_a_cursor_of_ours(String query) {
      Shop.assertRefused(SHOP.get("/v1/orders?" + query), 400, "request.invalid", "cursor");
    }

    @Test
    void may_hold_what_we_do_not_know() {
      assertThat(SHOP.get("/v1/orders?colour=blue").status()).isEqualTo(200);
    }
  }

  @Nested
  class A_path {

    @Test
    void that_is_not_served_is_404() {
      Answer answer = SHOP.sendUnchecked("GET", "/v1/nothing", BodyPublishers.noBody());
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("request.not-found");
      assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
      "DELETE,/v1/orders,'HEAD, GET, POST'",
      "PUT,/v1/payments,POST",
      "GET,/v1/payments,POST",
      "OPTIONS,/v1/drones/A47,'HEAD, GET'",
      "PATCH,/,'HEAD, GET'"
    })
    void served_with_another_method_is_405_with_what_is_allowed(
        String method, String path, String allowed) {
      Answer answer = SHOP.sendUnchecked(method, path, BodyPublishers.noBody());
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.code()).isEqualTo("request.method-not-allowed");
      assertThat(answer.header("Allow")).contains(allowed);
    }
  }
}
