package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An intent that took no money can be called off, once. */
class CancellationsTest extends SandboxTest {

  private static final String PATH = "/v1/payment_intents";

  private String waiting() throws Exception {
    return shop.post(PATH, null, Shop.charge(10, "eur", "pm_card_authenticationRequired"))
        .at("/id");
  }

  private Shop.Reply cancel(String id, String key, String... form) throws Exception {
    return shop.post(PATH + "/" + id + "/cancel", key, form);
  }

  @Test
  void a_waiting_intent_is_called_off_for_good() throws Exception {
    String id = waiting();
    Shop.Reply cancelled = cancel(id, "c", "cancellation_reason", "abandoned");
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.at("/status")).isEqualTo("canceled");
    assertThat(cancelled.at("/cancellation_reason")).isEqualTo("abandoned");
    assertThat(shop.get(PATH + "/" + id).at("/status")).isEqualTo("canceled");
    restart(options());
    assertThat(shop.get(PATH + "/" + id).at("/status")).isEqualTo("canceled");
    assertThat(cancel(id, "c", "cancellation_reason", "abandoned").text())
        .isEqualTo(cancelled.text());
    assertThat(cancel(id, "d").at("/error/code")).isEqualTo("payment_intent_unexpected_state");
  }

  @Test
  void a_paid_intent_is_not_called_off() throws Exception {
    String id = shop.pay(null).at("/id");
    Shop.Reply refused = cancel(id, "c");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("payment_intent_unexpected_state");
    assertThat(shop.get(PATH + "/" + id).at("/status")).isEqualTo("succeeded");
    assertThat(shop.charges()).isEqualTo(1);
  }

  @Test
  void an_unknown_intent_and_an_unknown_reason_are_refused() throws Exception {
    assertThat(cancel("pi_unknown", "c").status()).isEqualTo(404);
    assertThat(cancel(waiting(), "d", "cancellation_reason", "whim").status()).isEqualTo(400);
  }
}
