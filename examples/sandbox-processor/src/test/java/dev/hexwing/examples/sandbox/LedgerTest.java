package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest extends SandboxTest {

  private Path journal() {
    return folder.resolve("ledger").resolve("ledger.jsonl");
  }

  @Nested
  class After_a_restart {

    @Test
    void charges_refunds_and_keys_are_still_there() throws Exception {
      Shop.Reply paid = shop.pay("k-1", "metadata[payment_id]", "p-1");
      Shop.Reply declined =
          shop.post("/v1/payment_intents", "k-2", Shop.charge(9, "jpy", "pm_card_chargeDeclined"));
      String id = paid.at("/id");
      Shop.Reply refund = shop.post("/v1/refunds", "k-3", "payment_intent", id, "amount", "4000");
      String totals = shop.get("/sandbox/ledger").text();
      restart(options());

      assertThat(shop.get("/sandbox/ledger").text()).isEqualTo(totals);
      assertThat(shop.get("/v1/payment_intents/" + id).text()).isEqualTo(paid.text());
      assertThat(
              shop.get("/v1/payment_intents/search", "query", "metadata['payment_id']:'p-1'")
                  .at("/data/0/id"))
          .isEqualTo(id);
      Shop.Reply again = shop.pay("k-1", "metadata[payment_id]", "p-1");
      assertThat(again.text()).isEqualTo(paid.text());
      assertThat(again.header("Original-Request")).isEqualTo(paid.header("Request-Id"));
      assertThat(
              shop.post(
                      "/v1/payment_intents", "k-2", Shop.charge(9, "jpy", "pm_card_chargeDeclined"))
                  .text())
          .isEqualTo(declined.text());
      assertThat(shop.get("/v1/refunds/" + refund.at("/id")).text()).isEqualTo(refund.text());
      assertThat(shop.post("/v1/refunds", null, "payment_intent", id, "amount", "1001").status())
          .isEqualTo(400);
      assertThat(shop.post("/v1/refunds", null, "payment_intent", id, "amount", "1000").status())
          .isEqualTo(200);
    }
  }

  @Nested
  class A_damaged_file {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void is_read_up_to_a_last_line_that_was_cut_short(int missing) throws Exception {
      String kept = shop.pay("k-1").at("/id");
      shop.pay("k-2");
      stop();
      try (FileChannel file = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
        file.truncate(file.size() - missing);
      }
      start(options());

      assertThat(shop.charges()).isEqualTo(1);
      assertThat(shop.pay("k-1").at("/id")).isEqualTo(kept);
      assertThat(shop.pay("k-2").header("Idempotent-Replayed")).isEmpty();
      restart(options());
      assertThat(shop.charges()).isEqualTo(2);
    }

    @Test
    void is_refused_if_a_line_in_its_middle_is_unreadable() throws Exception {
      shop.pay(null);
      shop.pay(null);
      stop();
      List<String> lines = Files.readAllLines(journal());
      Files.write(journal(), List.of(lines.get(0).substring(1), lines.get(1)));

      assertThatThrownBy(() -> SandboxServer.start(options()))
          .isInstanceOf(SandboxStartException.class)
          .hasMessageContaining("line 1 can't be read");
    }
  }

  @Nested
  class One_process {

    @Test
    void holds_the_folder_at_a_time() {
      assertThatThrownBy(() -> SandboxServer.start(options()))
          .isInstanceOf(SandboxStartException.class)
          .hasMessageContaining("in use by another sandbox processor");
    }

    @Test
    void frees_the_folder_when_its_port_is_taken() {
      SandboxOptions other =
          SandboxOptions.in(folder.resolve("other")).listeningOn("127.0.0.1", sandbox.port());
      assertThatThrownBy(() -> SandboxServer.start(other))
          .isInstanceOf(SandboxStartException.class)
          .hasMessageContaining("can't listen on 127.0.0.1:" + sandbox.port());

      SandboxServer.start(other.listeningOn("127.0.0.1", 0)).close();
    }
  }

  @Nested
  class A_full_ledger {

    @Test
    void charges_no_more_but_still_answers_for_what_it_did() throws Exception {
      restart(options().withMostObjects(1));
      Shop.Reply paid = shop.pay("k-1");

      assertThat(shop.pay("k-2").status()).isEqualTo(500);
      assertThat(shop.pay("k-1").text()).isEqualTo(paid.text());
      assertThat(shop.charges()).isEqualTo(1);
    }
  }
}
