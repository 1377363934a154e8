package dev.hexwing.examples.droneshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 100, unit = TimeUnit.SECONDS)
class ShopProcessTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ORDER =
      "{\"lines\":[{\"sku\":\"COFFEE-250\",\"quantity\":2}],"
          + "\"dropOff\":{\"latitude\":52.52,\"longitude\":13.405}}";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    SandboxRecord.read(folder)
        .flatMap(SandboxRecord::process)
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Nested
  class A_shop_that_serves {

    @Test
    void keeps_what_was_paid_across_a_stop_in_order() throws Exception {
      String paymentId;
      String orderId;
      try (Program shop = Program.start(settings())) {
        URI address = address(shop);
        JsonNode order = post(address, "/v1/orders", ORDER, Map.of(), 201);
        assertThat(order.path("total").path("amount").asLong()).isEqualTo(5000);
        orderId = order.path("orderId").asString();
        JsonNode payment = pay(address, orderId, "k1", 201);
        paymentId = payment.path("paymentId").asString();
        assertThat(payment.path("status").asString()).isEqualTo("CONFIRMED");
        shop.terminate();
        assertThat(shop.exitCode()).as(shop.errors()).isZero();
      }
      assertThat(SandboxRecord.read(folder)).as("its sandbox ended with it").isEmpty();
      try (Program shop = Program.start(settings())) {
        URI address = address(shop);
        assertThat(get(address, "/v1/payments/" + paymentId).path("status").asString())
            .isEqualTo("CONFIRMED");
        assertThat(pay(address, orderId, "k1", 201).path("paymentId").asString())
            .isEqualTo(paymentId);
        assertThat(pay(address, orderId, "k2", 409).path("code").asString())
            .isEqualTo("order.already-paid");
        shop.terminate();
        assertThat(shop.exitCode()).isZero();
      }
    }

    @Test
    void tells_its_health_and_counts() throws Exception {
      try (Program shop = Program.start(settings())) {
        URI address = address(shop);
        JsonNode ready = get(address, "/health/ready");
        assertThat(ready.path("dependencies").valueStream().map(one -> one.path("name").asString()))
            .containsExactly("database", "processor", "outbox", "dead-letters");
        assertThat(text(address, "/metrics"))
            .contains(
                "hexwing_outbox_waiting",
                "hexwing_needs_attention",
                "hexwing_consumers_starting",
                "hexwing_consumers_history_left",
                "hexwing_charges_total",
                "hexwing_dead_letters{consumer=\"journey.track\"} 0.0");
        shop.terminate();
        assertThat(shop.exitCode()).isZero();
      }
    }

    @Test
    void leaves_the_processor_alive_when_it_is_killed_and_finds_it_again() throws Exception {
      try (Program shop = Program.start(settings())) {
        URI address = address(shop);
        String orderId =
            post(address, "/v1/orders", ORDER, Map.of(), 201).path("orderId").asString();
        pay(address, orderId, "k1", 201);
        shop.kill();
      }
      ProcessHandle sandbox =
          SandboxRecord.read(folder).flatMap(SandboxRecord::process).orElseThrow();
      assertThat(sandbox.isAlive()).isTrue();
      try (Program shop = Program.start(settings())) {
        URI address = address(shop);
        assertThat(get(address, "/v1/orders").path("items")).hasSize(1);
        assertThat(SandboxRecord.read(folder).orElseThrow().pid()).isEqualTo(sandbox.pid());
        shop.terminate();
        assertThat(shop.exitCode()).isZero();
      }
      assertThat(sandbox.isAlive()).isFalse();
    }
  }

  @Nested
  class A_shop_that_cannot_start {

    @Test
    void for_a_port_that_is_taken_says_so_in_one_line() throws Exception {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
        Map<String, String> settings = settings();
        settings.put("HEXWING_PORT", Integer.toString(taken.getLocalPort()));
        refuses(settings, "HEXWING_PORT");
      }
    }

    @Test
    void for_a_folder_that_cannot_be_written_says_so_in_one_line() throws Exception {
      Map<String, String> settings = settings();
      Path file = Files.writeString(folder.resolve("file"), "in the way");
      settings.put("HEXWING_DATA", file.resolve("data").toString());
      refuses(settings, "HEXWING_DATA");
    }

    @Test
    void for_a_wrong_setting_says_so_in_one_line() throws Exception {
      Map<String, String> settings = settings();
      settings.put("HEXWING_LOG", "loud");
      refuses(settings, "HEXWING_LOG");
    }

    @Test
    void for_a_database_that_is_not_there_says_so_in_one_line_without_the_password()
        throws Exception {
      Map<String, String> settings = settings();
      settings.put("HEXWING_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/shop");
      settings.put("HEXWING_JDBC_PASSWORD", "s3cret");
      refuses(settings, "database");
    }

    @Test
    void for_a_catalogue_that_is_not_there_says_so_in_one_line() throws Exception {
      Map<String, String> settings = settings();
      settings.put("HEXWING_CATALOGUE", folder.resolve("none.csv").toString());
      refuses(settings, "HEXWING_CATALOGUE");
    }

    private void refuses(Map<String, String> settings, String named) throws Exception {
      try (Program shop = Program.start(settings)) {
        assertThat(shop.rest()).isEmpty();
        assertThat(shop.exitCode()).isEqualTo(2);
        List<String> lines = shop.errors().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).startsWith("drone-shop: ").contains(named);
        assertThat(shop.errors()).doesNotContain("s3cret");
      }
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("HEXWING_PORT", "0");
    settings.put("HEXWING_SANDBOX_PORT", "0");
    settings.put("HEXWING_DATA", folder.toString());
    settings.put("HEXWING_LOG_LEVEL", "warn");
    return settings;
  }

  private static URI address(Program shop) throws IOException {
    return URI.create(shop.awaitLine("address +(http://\\S+)").group(1));
  }

  private JsonNode pay(URI shop, String orderId, String key, int status) throws Exception {
    String body =
        "{\"orderId\":\"%s\",\"amount\":5000,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}"
            .formatted(orderId);
    return post(shop, "/v1/payments", body, Map.of("Idempotency-Key", key), status);
  }

  private JsonNode post(URI shop, String path, String body, Map<String, String> headers, int status)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(shop.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return JSON.readTree(response.body());
  }

  private JsonNode get(URI shop, String path) throws Exception {
    return JSON.readTree(text(shop, path));
  }

  private String text(URI shop, String path) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(shop.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
