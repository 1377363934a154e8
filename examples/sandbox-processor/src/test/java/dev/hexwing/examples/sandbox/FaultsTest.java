package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends SandboxTest {

  private static final String PATH = "/v1/payment_intents";

  /** Sends one charge over a bare socket and gives back whatever bytes come before its end. */
  private String bytesBack(String key) throws IOException {
    String body =
        Shop.encoded(Shop.charge(5000, "eur", "pm_card_visa", "metadata[payment_id]", key));
    String request =
        "POST /v1/payment_intents HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer sk_test_sandbox\r\nIdempotency-Key: "
            + key
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      StringBuilder got = new StringBuilder();
      try {
        for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
          got.append((char) b);
          if (got.toString().endsWith("\r\n\r\n")) {
            return got.toString();
          }
        }
      } catch (SocketException reset) {
        return got + "reset";
      }
      return got.toString();
    }
  }

  @Nested
  class Cut_connections {

    @Test
    void before_the_charge_leave_nothing_done_and_no_byte_sent() throws Exception {
      shop.faults("drop-before=1");

      assertThat(bytesBack("k")).isIn("", "reset");
      shop.faults("none");
      assertThat(shop.charges()).isZero();
      assertThat(bytesBack("k")).startsWith("HTTP/1.1 200").doesNotContain("Idempotent-Replayed");
    }

    @Test
    void after_the_charge_leave_it_done_and_its_key_answered() throws Exception {
      shop.faults("drop-after=1");

      assertThat(bytesBack("k")).isIn("", "reset");
      shop.faults("none");
      assertThat(shop.charges()).isEqualTo(1);
      assertThat(bytesBack("k")).startsWith("HTTP/1.1 200").contains("Idempotent-Replayed: true");
      assertThat(shop.charges()).isEqualTo(1);
    }
  }

  @Nested
  class Errors {

    @Test
    void in_front_of_the_processor_leave_the_key_free() throws Exception {
      shop.faults("error-before=1");
      Shop.Reply failed = shop.pay("k");
      shop.faults("none");

      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.at("/error/type")).isEqualTo("api_error");
      assertThat(shop.charges()).isZero();
      assertThat(shop.pay("k").status()).isEqualTo(200);
    }

    @Test
    void before_money_moved_are_what_the_key_answers_from_then_on() throws Exception {
      shop.faults("error-during=1");
      Shop.Reply failed = shop.pay("k");
      shop.faults("none");
      Shop.Reply again = shop.pay("k");

      assertThat(again.status()).isEqualTo(500);
      assertThat(again.text()).isEqualTo(failed.text());
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      assertThat(shop.charges()).isZero();
    }

    @Test
    void after_money_moved_are_what_the_key_answers_though_the_charge_is_found() throws Exception {
      shop.faults("error-after=1");
      Shop.Reply failed = shop.pay("k", "metadata[payment_id]", "p-1");
      shop.faults("none");
      Shop.Reply again = shop.pay("k", "metadata[payment_id]", "p-1");
      Shop.Reply found = shop.get(PATH + "/search", "query", "metadata['payment_id']:'p-1'");

      assertThat(failed.status()).isEqualTo(500);
      assertThat(again.status()).isEqualTo(500);
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      assertThat(found.at("/data/0/status")).isEqualTo("succeeded");
      assertThat(shop.charges()).isEqualTo(1);
    }

    @Test
    void after_a_refund_are_kept_as_well() throws Exception {
      String intent = shop.pay(null).at("/id");
      shop.faults("error-after=1");
      shop.post("/v1/refunds", "r", "payment_intent", intent);
      shop.faults("none");

      assertThat(shop.post("/v1/refunds", "r", "payment_intent", intent).status()).isEqualTo(500);
      assertThat(shop.get("/v1/refunds").json().path("data").size()).isEqualTo(1);
    }
  }

  @Nested
  class Slowness {

    @Test
    void holds_the_call_up() throws Exception {
      shop.faults("slow=1:300ms");
      long before = System.nanoTime();
      Shop.Reply slow = shop.pay(null);

      assertThat(slow.status()).isEqualTo(200);
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(300_000_000);
    }

    @Test
    void of_reading_hides_what_is_new_for_a_while() throws Exception {
      AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
      restart(options().withKeyRetention(Duration.ofHours(24), now::get));
      shop.faults("not-found-lag=500ms");
      String id = shop.pay(null, "metadata[payment_id]", "p-1").at("/id");
      String query = "metadata['payment_id']:'p-1'";

      now.updateAndGet(instant -> instant.plusMillis(499));
      assertThat(shop.get(PATH + "/" + id).status()).isEqualTo(404);
      assertThat(shop.get(PATH).json().path("data").size()).isZero();
      assertThat(shop.get(PATH + "/search", "query", query).json().path("data").size()).isZero();
      now.updateAndGet(instant -> instant.plusMillis(1));
      assertThat(shop.get(PATH + "/" + id).status()).isEqualTo(200);
      assertThat(shop.get(PATH).json().path("data").size()).isEqualTo(1);
      assertThat(shop.get(PATH + "/search", "query", query).json().path("data").size())
          .isEqualTo(1);
    }
  }

  @Nested
  class Control {

    @Test
    void shows_what_is_in_force_and_what_was_dealt() throws Exception {
      shop.faults("error-before=1,slow=0.25:2s");
      shop.get(PATH);
      Shop.Reply shown = shop.get("/sandbox/faults");

      assertThat(shown.at("/spec")).isEqualTo("error-before=1,slow=0.25:2000ms");
      assertThat(shown.json().path("seed").asLong()).isEqualTo(7);
      assertThat(shown.json().at("/dealt/error-before").asLong()).isEqualTo(1);
      assertThat(shop.get("/sandbox/health").status()).isEqualTo(200);
    }

    @Test
    void refuses_a_wrong_spec_and_keeps_the_old_one() throws Exception {
      shop.faults("error-before=1");
      Shop.Reply refused = shop.post("/sandbox/faults", null, "spec", "drop=1");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/error/message")).contains("unknown fault 'drop'");
      assertThat(shop.get("/sandbox/faults").at("/spec")).isEqualTo("error-before=1");
      assertThat(shop.post("/sandbox/faults", null).status()).isEqualTo(400);
    }
  }

  @Nested
  class Chance {

    private static List<Faults.Kind> dealt(long seed) {
      Faults faults = new Faults(FaultSpec.parse("drop-before=0.3,error-after=0.2").get(), seed);
      List<Faults.Kind> kinds = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        kinds.add(faults.next().kind());
      }
      return kinds;
    }

    @Test
    void is_the_same_for_the_same_seed_and_keeps_the_shares() {
      assertThat(dealt(1)).isEqualTo(dealt(1)).isNotEqualTo(dealt(2));
      assertThat(dealt(1).stream().filter(Faults.Kind.DROP_BEFORE::equals).count())
          .isBetween(520L, 680L);
      assertThat(dealt(1).stream().filter(Faults.Kind.ERROR_AFTER::equals).count())
          .isBetween(330L, 470L);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "drop-before",
          "drop-before=2",
          "drop-before=NaN",
          "drop-before=-0.1",
          "drop-before=0.1,drop-before=0.1",
          "drop-before=0.6,error-after=0.6",
          "slow=0.1",
          "slow=0.1:5m",
          "slow=0.1:61s",
          "not-found-lag=5",
          "notice-late=0.5",
          "notice-twice=2",
          "nonsense=1",
          "drop-before=0.1,",
        })
    void is_written_rightly_or_refused(String spec) {
      assertThat(FaultSpec.parse(spec).isLeft()).isTrue();
    }

    @Test
    void is_read_back_as_written() {
      String spec =
          "drop-before=0.1,drop-after=0.05,error-before=0.01,error-during=0.02,error-after=0.03,"
              + "slow=0.125:300ms,not-found-lag=500ms,notice-twice=0.5,notice-late=0.25:2000ms";

      assertThat(FaultSpec.parse(spec).get().toString()).isEqualTo(spec);
      assertThat(FaultSpec.parse("none").get()).isEqualTo(FaultSpec.NONE);
      assertThat(FaultSpec.parse("").get().toString()).isEqualTo("none");
    }
  }
}
