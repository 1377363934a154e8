package dev.hexwing.examples.droneshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole shop over a real broker: from the order to the parcel at the door. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
abstract class ShopOverBroker {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch never = new CountDownLatch(1);

  /** What the broker hands to another team, with a client of its own and no class of ours. */
  @FunctionalInterface
  interface Wire {
    /** Hears what comes within a moment: each event as JSON, with the key that it travels by. */
    void hear(BiConsumer<String, JsonNode> events) throws Exception;
  }

  /** Has a shop with these settings of its broker serve a customer. */
  final void serve(Map<String, String> broker, Wire wire) throws Exception {
    Map<String, String> settings = new HashMap<>(broker);
    settings.put("HEXWING_PORT", "0");
    settings.put("HEXWING_SANDBOX_PORT", "0");
    settings.put("HEXWING_DATA", folder.resolve("shop").toString());
    settings.put("HEXWING_LOG_LEVEL", "warn");
    try (Program shop = Program.start(settings)) {
      URI address = URI.create(shop.awaitLine("address +(http://\\S+)").group(1));
      prepareDrone(address);
      String orderId = placeAndPay(address);
      String delivery = "/v1/orders/" + orderId + "/delivery";
      await(address, delivery, "DISPATCHED");
      await(address, "/v1/orders/" + orderId, "DISPATCHED");
      String deliveryId = get(address, delivery).path("deliveryId").asString();
      post(address, "/v1/deliveries/" + deliveryId + "/completion", "", Map.of());
      await(address, "/v1/orders/" + orderId, "DELIVERED");
      assertThat(text(address, "/metrics"))
          .contains("hexwing_dead_letters{consumer=\"ordering.follow-payments\"} 0.0");
      assertEventsOn(wire, orderId);
      shop.terminate();
      assertThat(shop.exitCode()).as(shop.errors()).isZero();
    }
  }

  final Path folder() {
    return folder;
  }

  /** Waits until a server says that it is ready, and reads on, so that it never waits for us. */
  static void awaitReady(Process server, String ready) throws IOException {
    BufferedReader printed = server.inputReader();
    StringBuilder all = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.contains(ready)) {
        Thread.ofVirtual()
            .name("broker-output")
            .start(() -> printed.lines().forEach(ignored -> {}));
        return;
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("the broker did not start:\n" + all);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private void prepareDrone(URI shop) throws Exception {
    post(
        shop,
        "/v1/drones",
        "{\"droneId\":\"A47\",\"model\":\"Heron 2\",\"capacityGrams\":2000}",
        Map.of());
    post(shop, "/v1/drones/A47/battery", "{\"percent\":90}", Map.of());
  }

  private String placeAndPay(URI shop) throws Exception {
    String orderId =
        post(
                shop,
                "/v1/orders",
                "{\"lines\":[{\"sku\":\"COFFEE-250\",\"quantity\":2}],"
                    + "\"dropOff\":{\"latitude\":52.52,\"longitude\":13.405}}",
                Map.of())
            .path("orderId")
            .asString();
    post(
        shop,
        "/v1/payments",
        "{\"orderId\":\"%s\",\"amount\":5000,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}"
            .formatted(orderId),
        Map.of("Idempotency-Key", "k1", "traceparent", TRACE));
    return orderId;
  }

  private void assertEventsOn(Wire wire, String orderId) throws Exception {
    Set<String> seen = new TreeSet<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!seen.contains("order-delivered") && System.nanoTime() < end) {
      wire.hear(
          (key, event) -> {
            assertThat(key).isEqualTo(event.path("subject").asString());
            String name = event.path("type").asString().replaceAll(".*\\.([a-z-]+)\\.v1", "$1");
            assertThat(event.path("data").path("orderId").asString()).isEqualTo(orderId);
            if (name.equals("payment-confirmed") || name.equals("order-paid")) {
              assertThat(event.path("traceparent").asString()).as(name).isEqualTo(TRACE);
            }
            seen.add(name);
          });
      assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(seen)
        .contains(
            "order-placed",
            "payment-requested",
            "payment-confirmed",
            "order-paid",
            "order-dispatched",
            "order-delivered");
  }

  private void await(URI shop, String path, String status) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String heard = "";
    while (System.nanoTime() < end) {
      HttpResponse<String> response = answer(shop, path);
      heard = response.body();
      if (response.statusCode() == 200
          && JSON.readTree(heard).path("status").asString().equals(status)) {
        return;
      }
      assertThat(never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }
    throw new AssertionError(path + " did not become " + status + ": " + heard);
  }

  private JsonNode post(URI shop, String path, String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(shop.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return JSON.readTree(response.body());
  }

  private JsonNode get(URI shop, String path) throws Exception {
    return JSON.readTree(text(shop, path));
  }

  private String text(URI shop, String path) throws Exception {
    HttpResponse<String> response = answer(shop, path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> answer(URI shop, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(shop.resolve(path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
