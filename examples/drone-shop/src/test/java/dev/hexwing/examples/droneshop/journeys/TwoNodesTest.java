package dev.hexwing.examples.droneshop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.examples.droneshop.Program;
import dev.hexwing.examples.sandbox.FaultSpec;
import dev.hexwing.examples.sandbox.SandboxOptions;
import dev.hexwing.examples.sandbox.SandboxServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes on one PostgreSQL; one is killed while customers wait for it. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TwoNodesTest {

  private static final int CUSTOMERS = 8;
  private static final Duration LEASE = Duration.ofSeconds(16);
  private static final Duration FOUND_WITHIN = LEASE.plusSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** Longer than the node that asks will live, and shorter than it would wait. */
  private static final String SLOW = "slow=1:5s";

  @TempDir private Path folder;

  @Test
  void a_dead_nodes_payments_are_found_by_the_other_and_nobody_asks_more_than_once_after_the_lease(
      TestReporter reporter) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        SandboxServer processor =
            SandboxServer.start(
                SandboxOptions.in(folder.resolve("sandbox"))
                    .withFaults(FaultSpec.parse(SLOW).get(), 1));
        Program one = node("one", postgres, processor);
        Line first = new Line(address(one), Map.of());
        Program two = node("two", postgres, processor);
        Line second = new Line(address(two), Map.of())) {
      List<JsonNode> orders = new ArrayList<>();
      for (int i = 0; i < CUSTOMERS; i++) {
        orders.add(placed(first));
      }
      try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
        long sent = System.nanoTime();
        for (JsonNode order : orders) {
          Future<?> lost = customers.submit(() -> pay(first, order));
          assertThat(lost.isCancelled()).isFalse();
        }
        awaitPayments(second, "REQUESTED");
        long recorded = System.nanoTime();
        one.kill();
        calm(processor);
        Pause.of(LEASE.minus(since(sent)));
        List<Future<Integer>> retries = new ArrayList<>();
        for (JsonNode order : orders.subList(0, CUSTOMERS / 2)) {
          retries.add(customers.submit(() -> retriesUntilPaid(second, order)));
        }
        awaitPayments(second, "CONFIRMED");
        Duration found = since(recorded);
        reporter.publishEntry("all found after", found.toMillis() + " ms");
        assertThat(found)
            .as("from the intents' record to the last one found")
            .isLessThan(FOUND_WITHIN);
        for (Future<Integer> retry : retries) {
          assertThat(retry.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        }
      }
      assertOneChargeEach(processor, second);
    }
  }

  private static void assertOneChargeEach(SandboxServer processor, Line shop)
      throws InterruptedException {
    try (Line theirs = Addresses.processor(url(processor), SandboxOptions.DEFAULT_KEY)) {
      List<String> told = new ArrayList<>();
      OrphanReport report = new OrphanReport(shop, theirs, told::add);
      report.compare();
      assertThat(report.differences()).as("%s", told).isZero();
      assertThat(report.summary())
          .startsWith(CUSTOMERS + " payments, " + CUSTOMERS + " charges, 0 refunds");
    }
  }

  private Program node(String name, EmbeddedPostgres postgres, SandboxServer processor)
      throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("HEXWING_PORT", "0");
    settings.put("HEXWING_DATA", folder.resolve(name).toString());
    settings.put("HEXWING_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
    settings.put("HEXWING_PROCESSOR_URL", url(processor));
    settings.put("HEXWING_PROCESSOR_TIMEOUT", "6s");
    settings.put("HEXWING_PROCESSOR_SETTLING", "1s");
    settings.put("HEXWING_LEASE", LEASE.toSeconds() + "s");
    settings.put("HEXWING_LOG_LEVEL", "warn");
    return Program.start(settings);
  }

  private static String url(SandboxServer processor) {
    return "http://127.0.0.1:" + processor.port();
  }

  private static URI address(Program shop) throws Exception {
    return URI.create(
        shop.awaitLine("address +(http://\\S+)").group(1).replace("localhost", "127.0.0.1"));
  }

  private static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
  }

  private static JsonNode placed(Line shop) throws InterruptedException {
    Map<String, Object> order =
        Map.of(
            "lines",
            List.of(Map.of("sku", "COFFEE-250", "quantity", 2)),
            "dropOff",
            Map.of("latitude", 52.52, "longitude", 13.405));
    return shop.post("/v1/orders", order, Map.of()).orElseThrow().body();
  }

  private static Optional<Answer> pay(Line shop, JsonNode order) throws InterruptedException {
    String orderId = order.path("orderId").asString();
    return shop.post(
        "/v1/payments",
        Map.of(
            "orderId",
            orderId,
            "amount",
            order.path("total").path("amount").asLong(),
            "currency",
            order.path("total").path("currency").asString(),
            "paymentMethod",
            "pm_card_visa"),
        Map.of("Idempotency-Key", "\"" + orderId + "\""));
  }

  private static int retriesUntilPaid(Line shop, JsonNode order) throws InterruptedException {
    for (int retry = 1; retry < 100; retry++) {
      if (pay(shop, order).filter(answer -> answer.status() == 201).isPresent()) {
        return retry;
      }
      Pause.of(LOOK);
    }
    throw new AssertionError("never paid");
  }

  private static void awaitPayments(Line shop, String status) throws InterruptedException {
    boolean holds = Pause.until(PATIENCE, LOOK, () -> hasPayments(shop, status));
    assertThat(holds).as("%d payments %s", CUSTOMERS, status).isTrue();
  }

  private static boolean hasPayments(Line shop, String status) {
    try {
      return shop.get("/v1/operations/payments?limit=100")
          .map(
              answer ->
                  answer
                      .body()
                      .path("items")
                      .valueStream()
                      .filter(payment -> payment.path("status").asString().equals(status))
                      .count())
          .filter(count -> count == CUSTOMERS)
          .isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** From here on the processor answers at once. */
  private static void calm(SandboxServer processor) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> changed =
          client.send(
              HttpRequest.newBuilder(URI.create(url(processor) + "/sandbox/faults"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("spec=none"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }
  }
}
