package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListingTest extends SandboxTest {

  private static final String PATH = "/v1/payment_intents";
  private static final String SEARCH = PATH + "/search";

  private static List<String> ids(Shop.Reply reply) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : reply.json().path("data")) {
      ids.add(item.path("id").asString());
    }
    return ids;
  }

  private List<String> newestFirst(int count, String... more) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(shop.pay(null, more).at("/id"));
    }
    Collections.reverse(ids);
    return ids;
  }

  @Nested
  class Lists {

    @Test
    void are_newest_first_and_page_to_the_end() throws Exception {
      List<String> all = newestFirst(5);
      Shop.Reply first = shop.get(PATH, "limit", "2");
      Shop.Reply second = shop.get(PATH, "limit", "2", "starting_after", all.get(1));
      Shop.Reply third = shop.get(PATH, "limit", "2", "starting_after", all.get(3));

      assertThat(ids(first)).isEqualTo(all.subList(0, 2));
      assertThat(ids(second)).isEqualTo(all.subList(2, 4));
      assertThat(ids(third)).isEqualTo(all.subList(4, 5));
      assertThat(first.json().path("has_more").asBoolean()).isTrue();
      assertThat(third.json().path("has_more").asBoolean()).isFalse();
      assertThat(first.at("/object")).isEqualTo("list");
      assertThat(first.at("/url")).isEqualTo(PATH);
    }

    @Test
    void hold_ten_unless_told_otherwise() throws Exception {
      newestFirst(11);

      assertThat(ids(shop.get(PATH))).hasSize(10);
      assertThat(shop.get(PATH, "limit", "11").json().path("has_more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "99999999999"})
    void have_one_to_a_hundred_items(String limit) throws Exception {
      Shop.Reply refused = shop.get(PATH, "limit", limit);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/param")).isEqualTo("limit");
    }

    @Test
    void start_after_something_known() throws Exception {
      assertThat(shop.get(PATH, "starting_after", "pi_x").at("/error/code"))
          .isEqualTo("resource_missing");
    }

    @Test
    void of_refunds_page_as_well_and_can_be_of_one_intent() throws Exception {
      String one = shop.pay(null).at("/id");
      String other = shop.pay(null).at("/id");
      List<String> ofOne = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ofOne.addFirst(
            shop.post("/v1/refunds", null, "payment_intent", one, "amount", "10").at("/id"));
        shop.post("/v1/refunds", null, "payment_intent", other, "amount", "10");
      }

      assertThat(ids(shop.get("/v1/refunds"))).hasSize(6);
      assertThat(ids(shop.get("/v1/refunds", "payment_intent", one))).isEqualTo(ofOne);
      Shop.Reply second =
          shop.get(
              "/v1/refunds",
              "payment_intent",
              one,
              "limit",
              "1",
              "starting_after",
              ofOne.getFirst());
      assertThat(ids(second)).isEqualTo(ofOne.subList(1, 2));
      assertThat(second.json().path("has_more").asBoolean()).isTrue();
    }
  }

  @Nested
  class Searches {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "metadata['payment_id']:'p-2'",
          "metadata[\"payment_id\"]:\"p-2\"",
          "metadata['payment_id']:\"p-2\" AND status:'succeeded'",
          " metadata['payment_id'] : 'p-2'  and currency:\"eur\" ",
        })
    void find_an_exact_match(String query) throws Exception {
      shop.pay(null, "metadata[payment_id]", "p-1");
      String wanted = shop.pay(null, "metadata[payment_id]", "p-2").at("/id");
      shop.pay(null, "metadata[payment_id]", "p-22");
      Shop.Reply found = shop.get(SEARCH, "query", query);

      assertThat(ids(found)).containsExactly(wanted);
      assertThat(found.at("/object")).isEqualTo("search_result");
      assertThat(found.json().path("has_more").asBoolean()).isFalse();
      assertThat(found.json().path("next_page").isNull()).isTrue();
    }

    @Test
    void take_escaped_quotes() throws Exception {
      String wanted = shop.pay(null, "metadata[payment_id]", "it's").at("/id");

      assertThat(ids(shop.get(SEARCH, "query", "metadata['payment_id']:'it\\'s'")))
          .containsExactly(wanted);
    }

    @Test
    void find_nothing_where_nothing_matches() throws Exception {
      shop.pay(null, "metadata[payment_id]", "p-1");

      assertThat(ids(shop.get(SEARCH, "query", "metadata['payment_id']:'p-9'"))).isEmpty();
      assertThat(
              ids(shop.get(SEARCH, "query", "metadata['payment_id']:'p-1' AND status:'canceled'")))
          .isEmpty();
    }

    @Test
    void page_to_the_end() throws Exception {
      List<String> all = newestFirst(5, "metadata[order_id]", "o");
      String query = "metadata['order_id']:'o'";
      List<String> found = new ArrayList<>();
      Shop.Reply page = shop.get(SEARCH, "query", query, "limit", "2");
      found.addAll(ids(page));
      while (page.json().path("has_more").asBoolean()) {
        page = shop.get(SEARCH, "query", query, "limit", "2", "page", page.at("/next_page"));
        found.addAll(ids(page));
      }
      assertThat(found).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "metadata['a']",
          "metadata['a']:'b",
          "metadata['a']:'b' OR metadata['c']:'d'",
          "metadata['a']:'b' AND",
          "amount>5",
          "status:'succeeded'",
          "secret:'x' AND metadata['a']:'b'",
        })
    void refuse_what_they_do_not_understand(String query) throws Exception {
      Shop.Reply refused = shop.get(SEARCH, "query", query);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/param")).isEqualTo("query");
    }
  }
}
