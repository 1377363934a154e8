package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefundsTest extends SandboxTest {

  private static final String PATH = "/v1/refunds";

  private String paid() throws Exception {
    return shop.pay(null).at("/id");
  }

  @Nested
  class Within_what_was_charged {

    @Test
    void a_part_is_given_back() throws Exception {
      String intent = paid();
      Shop.Reply refund =
          shop.post(
              PATH, null, "payment_intent", intent, "amount", "1999", "metadata[refund_id]", "r1");

      assertThat(refund.status()).isEqualTo(200);
      assertThat(refund.at("/id")).startsWith("re_3");
      assertThat(refund.at("/object")).isEqualTo("refund");
      assertThat(refund.at("/status")).isEqualTo("succeeded");
      assertThat(refund.at("/payment_intent")).isEqualTo(intent);
      assertThat(refund.at("/charge")).startsWith("ch_3");
      assertThat(refund.at("/metadata/refund_id")).isEqualTo("r1");
      assertThat(refund.json().path("amount").asLong()).isEqualTo(1999);
      assertThat(shop.get(PATH + "/" + refund.at("/id")).text()).isEqualTo(refund.text());
    }

    @Test
    void without_an_amount_what_is_left_is_given_back() throws Exception {
      String intent = paid();
      shop.post(PATH, null, "payment_intent", intent, "amount", "1999");

      assertThat(shop.post(PATH, null, "payment_intent", intent).json().path("amount").asLong())
          .isEqualTo(3001);
    }

    @Test
    void a_repeated_refund_happens_once() throws Exception {
      String intent = paid();
      Shop.Reply first = shop.post(PATH, "r-1", "payment_intent", intent, "amount", "100");
      Shop.Reply again = shop.post(PATH, "r-1", "payment_intent", intent, "amount", "100");

      assertThat(again.text()).isEqualTo(first.text());
      assertThat(shop.get("/sandbox/ledger").json().path("refunds").asLong()).isEqualTo(1);
    }
  }

  @Nested
  class Beyond_what_was_charged {

    @Test
    void one_unit_too_much_is_refused() throws Exception {
      String intent = paid();
      shop.post(PATH, null, "payment_intent", intent, "amount", "4000");
      Shop.Reply refused = shop.post(PATH, null, "payment_intent", intent, "amount", "1001");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/param")).isEqualTo("amount");
      assertThat(refused.at("/error/message"))
          .isEqualTo(
              "Refund amount (10.01 EUR) is greater than unrefunded amount on charge (10.00 EUR)");
    }

    @Test
    void a_charge_is_refunded_whole_but_once() throws Exception {
      String intent = paid();
      shop.post(PATH, null, "payment_intent", intent);
      Shop.Reply refused = shop.post(PATH, "r-2", "payment_intent", intent, "amount", "1");
      Shop.Reply again = shop.post(PATH, "r-2", "payment_intent", intent, "amount", "1");

      assertThat(refused.at("/error/code")).isEqualTo("charge_already_refunded");
      assertThat(again.text()).isEqualTo(refused.text());
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void many_at_once_never_give_back_more_than_was_charged() throws Exception {
      String intent = paid();
      List<Future<Shop.Reply>> replies = new ArrayList<>();
      try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 20; i++) {
          replies.add(
              clerks.submit(
                  () -> shop.post(PATH, null, "payment_intent", intent, "amount", "1000")));
        }
      }
      long given = 0;
      for (Future<Shop.Reply> reply : replies) {
        given += reply.get().status() == 200 ? 1 : 0;
      }
      assertThat(given).isEqualTo(5);
      assertThat(shop.get("/sandbox/ledger").json().at("/amounts/eur/refunded").asLong())
          .isEqualTo(5000);
    }
  }

  @Nested
  class Of_nothing {

    @Test
    void an_unpaid_intent_is_not_refunded() throws Exception {
      String intent =
          shop.post("/v1/payment_intents", null, Shop.charge(500, "eur", "pm_card_chargeDeclined"))
              .at("/error/payment_intent/id");
      Shop.Reply refused = shop.post(PATH, null, "payment_intent", intent);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/message")).contains("does not have a successful charge");
    }

    @Test
    void an_unknown_intent_or_refund_is_a_missing_resource() throws Exception {
      assertThat(shop.post(PATH, null, "payment_intent", "pi_x").at("/error/code"))
          .isEqualTo("resource_missing");
      assertThat(shop.post(PATH, null).at("/error/code")).isEqualTo("parameter_missing");
      assertThat(shop.get(PATH + "/re_x").status()).isEqualTo(404);
    }

    @Test
    void an_amount_of_nothing_is_refused() throws Exception {
      assertThat(shop.post(PATH, null, "payment_intent", paid(), "amount", "0").status())
          .isEqualTo(400);
    }
  }
}
