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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole shop over a real Kafka: from the order to the parcel at the door. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ShopOnKafkaTest {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void an_order_is_placed_paid_flown_and_delivered() throws Exception {
    int port = freePort();
    Process kafka = KafkaNode.program(folder.resolve("kafka"), port, freePort()).start();
    try {
      awaitReady(kafka.inputReader());
      try (Program shop = Program.start(settings(port))) {
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
        assertEventsOnTheWire(port, orderId);
        shop.terminate();
        assertThat(shop.exitCode()).as(shop.errors()).isZero();
      }
    } finally {
      kafka.destroyForcibly();
    }
  }

  private Map<String, String> settings(int kafkaPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("HEXWING_PORT", "0");
    settings.put("HEXWING_SANDBOX_PORT", "0");
    settings.put("HEXWING_DATA", folder.resolve("shop").toString());
    settings.put("HEXWING_LOG_LEVEL", "warn");
    settings.put("HEXWING_BROKER", "kafka");
    settings.put("HEXWING_KAFKA_BOOTSTRAP", "127.0.0.1:" + kafkaPort);
    settings.put("HEXWING_KAFKA_PREFIX", "shop-test");
    return settings;
  }

  private static void awaitReady(BufferedReader printed) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.equals(KafkaNode.READY)) {
        // Read on, so that it never waits for a reader.
        Thread.ofVirtual().name("kafka-output").start(() -> printed.lines().forEach(ignored -> {}));
        return;
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("Kafka did not start:\n" + all);
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

  /** Another team's consumer, with a client of its own and no class of ours. */
  private static void assertEventsOnTheWire(int port, String orderId) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", "127.0.0.1:" + port);
    properties.put("group.id", "another-team");
    properties.put("auto.offset.reset", "earliest");
    Set<String> seen = new TreeSet<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("shop-test.ordering", "shop-test.payments"));
      while (!seen.contains("order-delivered") && System.nanoTime() < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          JsonNode event = JSON.readTree(record.value());
          assertThat(record.key()).isEqualTo(event.path("subject").asString());
          assertThat(event.path("data").path("orderId").asString()).isEqualTo(orderId);
          String name = event.path("type").asString().replaceAll(".*\\.([a-z-]+)\\.v1", "$1");
          if (name.equals("payment-confirmed") || name.equals("order-paid")) {
            assertThat(event.path("traceparent").asString()).as(name).isEqualTo(TRACE);
          }
          seen.add(name);
        }
      }
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
