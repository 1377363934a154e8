package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a field is refused with its code and field, and nothing comes of it. */
class BadFieldsTest {

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

  private static String order(String lines) {
    return "{\"lines\":" + lines + ",\"dropOff\":{\"latitude\":1.5,\"longitude\":2}}";
  }

  private static Answer place(String body) {
    return SHOP.post("/v1/orders", body);
  }

  private static Answer pay(String body) {
    return SHOP.post("/v1/payments", body, "Idempotency-Key", "k");
  }

  private static String payment(String amount, String currency, String method) {
    return """
    {"orderId":"00000000-0000-7000-8000-000000000001","amount":%s,"currency":%s,\
    "paymentMethod":%s}\
    """
        .formatted(amount, currency, method);
  }

  @Nested
  class An_order {

    @Test
    void with_everything_missing_is_told_everything_at_once() {
      Shop.assertRefused(place("{}"), 400, "request.invalid", "dropOff", "lines");
      Shop.assertRefused(
          place("{\"lines\":[{},null],\"dropOff\":{}}"),
          400,
          "request.invalid",
          "dropOff.latitude",
          "dropOff.longitude",
          "lines[0].quantity",
          "lines[0].sku",
          "lines[1]");
    }

    @Test
    void has_at_least_one_line_and_at_most_a_hundred() {
      Shop.assertRefused(place(order("[]")), 400, "request.invalid", "lines");
      String lines =
          IntStream.rangeClosed(1, 101)
              .mapToObj(i -> "{\"sku\":\"SKU-" + i + "\",\"quantity\":1}")
              .collect(Collectors.joining(",", "[", "]"));
      Shop.assertRefused(place(order(lines)), 400, "request.invalid", "lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "1.0", "1.5", "\"1\"", "true", "[]", "1e2", "null"})
    void has_a_whole_quantity_from_1_to_999(String quantity) {
      Shop.assertRefused(
          place(order("[{\"sku\":\"TEA-100\",\"quantity\":" + quantity + "}]")),
          400,
          "request.invalid",
          "lines[0].quantity");
    }

    @Test
    void with_a_quantity_beyond_any_integer_is_refused_at_the_field() {
      Shop.assertRefused(
          place(order("[{\"sku\":\"TEA-100\",\"quantity\":99999999999999999999}]")),
          400,
          "request.invalid",
          "lines[0].quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tea\"", "\"\"", "\"TEA 100\"", "\"-TEA\"", "\"A\\u0000\""})
    void names_products_as_products_are_named(String sku) {
      Shop.assertRefused(
          place(order("[{\"sku\":" + sku + ",\"quantity\":1}]")),
          400,
          "order.sku-malformed",
          "lines[0].sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{}", "[\"A\"]", "1.5"})
    void names_products_in_text(String sku) {
      Shop.assertRefused(
          place(order("[{\"sku\":" + sku + ",\"quantity\":1}]")),
          400,
          "request.invalid",
          "lines[0].sku");
    }

    @Test
    void names_products_that_exist_once_each_in_one_currency() {
      Shop.assertRefused(
          place(order("[{\"sku\":\"NONE\",\"quantity\":1}]")), 400, "order.unknown-sku", "lines");
      Shop.assertRefused(
          place(
              order("[{\"sku\":\"TEA-100\",\"quantity\":1},{\"sku\":\"TEA-100\",\"quantity\":2}]")),
          400,
          "order.duplicate-sku",
          "lines");
      Shop.assertRefused(
          place(
              order(
                  "[{\"sku\":\"TEA-100\",\"quantity\":1},{\"sku\":\"RICE-1000\",\"quantity\":2}]")),
          400,
          "order.mixed-currencies",
          "lines");
      Shop.assertRefused(
          place(order("[{\"sku\":\"GOLD\",\"quantity\":2}]")),
          400,
          "order.total-too-large",
          "lines");
    }

    @ParameterizedTest
    @CsvSource({
      "90.01,0,dropOff.latitude",
      "-91,0,dropOff.latitude",
      "1e999,0,dropOff.latitude",
      "0,180.5,dropOff.longitude",
      "0,-1e400,dropOff.longitude",
      "'\"1\"',0,dropOff.latitude",
      "0,null,dropOff.longitude"
    })
    void goes_to_a_place_on_earth(String latitude, String longitude, String field) {
      Shop.assertRefused(
          place(
              "{\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":1}],\"dropOff\":{\"latitude\":%s,\"longitude\":%s}}"
                  .formatted(latitude, longitude)),
          400,
          "request.invalid",
          field);
    }
  }

  @Nested
  class A_payment {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0",
          "-1",
          "100000000000",
          "5000.0",
          "\"5000\"",
          "null",
          "9223372036854775808",
          "1e3"
        })
    void has_a_whole_amount_above_zero_within_the_limit(String amount) {
      Shop.assertRefused(
          pay(payment(amount, "\"EUR\"", "\"pm_card_visa\"")), 400, "request.invalid", "amount");
    }

    @ParameterizedTest
    @CsvSource({
      "XXQ,money.unknown-currency",
      "eur,money.unknown-currency",
      "'',money.unknown-currency",
      "XAU,money.no-minor-unit"
    })
    void is_in_a_currency_that_has_amounts(String currency, String code) {
      Shop.assertRefused(
          pay(payment("5000", '"' + currency + '"', "\"pm_card_visa\"")), 400, code, "currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444"})
    void by_card_number_is_refused_and_the_number_is_not_repeated(String number) {
      Answer answer = pay(payment("5000", "\"EUR\"", '"' + number + '"'));
      Shop.assertRefused(answer, 400, "payment.card-number-refused", "paymentMethod");
      assertDoesNotTell(answer, number);
      Answer bare = pay(payment("5000", "\"EUR\"", number.replaceAll("[ -]", "")));
      Shop.assertRefused(bare, 400, "request.invalid", "paymentMethod");
      assertDoesNotTell(bare, number);
    }

    /** The id of the request is drawn, and may hold any four digits. */
    private static void assertDoesNotTell(Answer answer, String number) {
      String told = answer.text().replace(answer.string("/correlationId"), "");
      assertThat(told).isNotEqualTo(answer.text()).doesNotContain(number.substring(0, 4));
    }

    @Test
    void by_a_method_that_is_no_token_is_refused() {
      Shop.assertRefused(
          pay(payment("5000", "\"EUR\"", "\"pm card\"")),
          400,
          "payment.method-malformed",
          "paymentMethod");
    }

    @Test
    void with_several_things_wrong_is_told_all_of_them() {
      Shop.assertRefused(
          pay(payment("0", "\"XXQ\"", "\"pm card\"")),
          400,
          "request.invalid",
          "amount",
          "currency",
          "paymentMethod");
    }

    @Test
    void without_a_key_is_refused() {
      Answer answer = SHOP.post("/v1/payments", payment("5000", "\"EUR\"", "\"pm_card_visa\""));
      Shop.assertRefused(answer, 400, "idempotency.key-missing", "Idempotency-Key");
    }

    @Test
    void with_a_key_of_256_characters_is_refused() {
      String body = payment("5000", "\"EUR\"", "\"pm_card_visa\"");
      String longest = "k".repeat(255);
      Shop.assertRefused(
          SHOP.post("/v1/payments", body, "Idempotency-Key", longest + "k"),
          400,
          "idempotency.key-malformed",
          "Idempotency-Key");
      assertThat(SHOP.post("/v1/payments", body, "Idempotency-Key", '"' + longest + '"').code())
          .isEqualTo("payment.unknown-order");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"\"",
          "\"open",
          "\"a\"b",
          "\"a\", \"b\"",
          "a, b",
          "\"a\\b\"",
          "a\"b",
          "\"",
          "a\tb"
        })
    void with_a_malformed_key_is_refused(String key) {
      Shop.assertRefused(
          SHOP.post(
              "/v1/payments",
              payment("5000", "\"EUR\"", "\"pm_card_visa\""),
              "Idempotency-Key",
              key),
          400,
          "idempotency.key-malformed",
          "Idempotency-Key");
    }

    @Test
    void with_two_keys_is_refused() {
      Shop.assertRefused(
          SHOP.post(
              "/v1/payments",
              payment("5000", "\"EUR\"", "\"pm_card_visa\""),
              "Idempotency-Key",
              "a",
              "Idempotency-Key",
              "b"),
          400,
          "idempotency.key-malformed",
          "Idempotency-Key");
    }
  }

  @Nested
  class A_drone {

    @Test
    void is_registered_with_sane_figures_only() {
      Shop.assertRefused(
          SHOP.post("/v1/drones", "{\"droneId\":\"a47\",\"model\":\"H\",\"capacityGrams\":1}"),
          400,
          "drone.id-malformed",
          "droneId");
      Shop.assertRefused(
          SHOP.post("/v1/drones", "{\"droneId\":\"A47\",\"model\":\" \",\"capacityGrams\":0}"),
          400,
          "request.invalid",
          "capacityGrams",
          "model");
      Shop.assertRefused(
          SHOP.post(
              "/v1/drones",
              "{\"droneId\":\"A47\",\"model\":\"a\\u0000b\",\"capacityGrams\":1000001}"),
          400,
          "request.invalid",
          "capacityGrams",
          "model");
      Shop.assertRefused(
          SHOP.post("/v1/drones/A47/battery", "{\"percent\":101}"),
          400,
          "request.invalid",
          "percent");
      Shop.assertRefused(
          SHOP.post("/v1/drones/A47/grounding", "{\"reason\":\"" + "x".repeat(201) + "\"}"),
          400,
          "request.invalid",
          "reason");
      Shop.assertRefused(
          SHOP.post("/v1/drones/A47/grounding", "{\"reason\":\"\\ud800\"}"),
          400,
          "request.invalid",
          "reason");
    }
  }
}
