package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.ordering.ListProducts;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the front behaves towards those who run it. */
class OperationsTest {

  private static UnaryOperator<UseCases> listing(ListProducts products) {
    return u ->
        new UseCases(
            u.placeOrder(),
            u.cancelOrder(),
            u.findOrder(),
            u.listOrders(),
            products,
            u.payForOrder(),
            u.refundPayment(),
            u.findPayment(),
            u.listPayments(),
            u.showPaymentHistory(),
            u.receiveProcessorNotice(),
            u.showAttention(),
            u.askAgain(),
            u.showDeadLetters(),
            u.resumeDeadLetter(),
            u.dismissDeadLetter(),
            u.countDeadLetters(),
            u.showConsumerStarts(),
            u.registerDrone(),
            u.reportBattery(),
            u.clearMaintenance(),
            u.groundDrone(),
            u.returnDrone(),
            u.findDrone(),
            u.listDrones(),
            u.findDelivery(),
            u.completeDelivery(),
            u.failDelivery(),
            u.recordSeen(),
            u.showJourneys(),
            u.rebuildJourneys(),
            u.showRebuild(),
            u.showDashboard());
  }

  private static ListProducts failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  @Nested
  class A_failure {

    @Test
    void of_the_store_is_503_with_a_time_to_ask_again() {
      try (Shop shop =
          Shop.open(listing(failing(new StoreUnavailable("down", new Error("x"), false))))) {
        Answer answer = shop.get("/v1/products");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("store.unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
      }
    }

    @Test
    void to_be_first_is_409_and_may_be_tried_again() {
      try (Shop shop =
          Shop.open(listing(failing(new WriteConflict(WriteConflict.Subject.ORDER, "7"))))) {
        Answer answer = shop.sendUnchecked("GET", "/v1/products", BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("concurrent-change");
        assertThat(answer.string("/retry")).isEqualTo("same-key");
      }
    }

    @Test
    void that_nobody_foresaw_is_500_and_tells_nothing_of_the_inside() {
      try (Shop shop = Shop.open(listing(failing(new IllegalStateException("secret"))))) {
        Answer answer = shop.get("/v1/products", "X-Correlation-Id", "tap-1");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal");
        assertThat(answer.text()).doesNotContain("secret", "IllegalState");
        assertThat(answer.string("/correlationId")).isEqualTo("tap-1");
      }
    }
  }

  @Nested
  class Every_answer {

    @Test
    void carries_the_callers_correlation_id_if_it_is_sane() {
      try (Shop shop = Shop.open()) {
        assertThat(shop.get("/", "X-Correlation-Id", "tap_1.a-b").header("X-Correlation-Id"))
            .contains("tap_1.a-b");
        for (String odd : List.of("a b", "a".repeat(65), "é", "<script>")) {
          String given =
              shop.get("/", "X-Correlation-Id", odd).header("X-Correlation-Id").orElseThrow();
          assertThat(given).hasSize(36).isNotEqualTo(odd);
        }
        assertThat(
                shop.get("/", "X-Correlation-Id", "a", "X-Correlation-Id", "b")
                    .header("X-Correlation-Id"))
            .hasValueSatisfying(value -> assertThat(value).hasSize(36));
      }
    }

    @Test
    void carries_the_security_headers() {
      try (Shop shop = Shop.open()) {
        for (String path : List.of("/v1/products", "/v1/orders/none", "/health/live", "/")) {
          Answer answer = shop.get(path);
          assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
          assertThat(answer.header("X-Frame-Options")).contains("DENY");
          assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
          assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
          assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
          assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
          assertThat(answer.header("Server")).isEmpty();
        }
        assertThat(shop.get("/v1/products").header("Cache-Control")).contains("no-store");
      }
    }
  }

  @Nested
  class Health {

    @Test
    void is_live_as_long_as_the_server_is() {
      try (Shop shop = Shop.open()) {
        assertThat(shop.get("/health/live").status()).isEqualTo(200);
        assertThat(shop.get("/health/ready").status()).isEqualTo(200);
      }
    }

    @Test
    void names_each_dependency_and_is_down_if_one_is() {
      CountDownLatch never = new CountDownLatch(1);
      try (Shop shop =
          new Shop(
              shortReadiness(),
              useCases -> useCases,
              List.of(
                  new Readiness("database", () -> Readiness.State.up("H2")),
                  new Readiness("processor", () -> Readiness.State.down("refused")),
                  new Readiness("broker", this::fail),
                  new Readiness("outbox", () -> waitFor(never))))) {
        long begun = System.nanoTime();
        Answer ready = shop.get("/health/ready");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.string("/status")).isEqualTo("down");
        assertThat(
                ready.json().at("/dependencies").valueStream().map(d -> d.get("state").asString()))
            .containsExactly("up", "down", "down", "down");
        assertThat(ready.string("/dependencies/3/detail")).contains("no answer within 300 ms");
        assertThat(ready.text()).doesNotContain("secret");
      } finally {
        never.countDown();
      }
    }

    private Readiness.State fail() {
      throw new IllegalStateException("secret");
    }

    private Readiness.State waitFor(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Readiness.State.up("");
    }

    private RestSettings shortReadiness() {
      RestSettings s = Shop.settings();
      return new RestSettings(
          s.host(),
          s.port(),
          s.bodyLimit(),
          s.headerLimit(),
          s.readTimeout(),
          s.idleTimeout(),
          s.maxConnections(),
          s.maxConcurrentRequests(),
          s.retryAfter(),
          s.stopWithin(),
          Duration.ofMillis(300),
          s.shopTitle(),
          s.processorEventSecret(),
          s.processorEventTolerance(),
          s.keyLifetime());
    }
  }

  @Nested
  class Metrics {

    @Test
    void are_kept_by_route_and_never_by_raw_path() {
      try (Shop shop = Shop.open()) {
        String orderId = shop.order();
        shop.get("/v1/orders/" + orderId);
        shop.sendUnchecked("GET", "/wp-admin.php", BodyPublishers.noBody());
        shop.sendUnchecked("BREW", "/v1/orders", BodyPublishers.noBody());
        String text = shop.get("/metrics").text();
        assertThat(text)
            .contains("route=\"/v1/orders/{orderId}\"", "status=\"2xx\"", "method=\"POST\"")
            .contains("http_server_requests_seconds_bucket", "http_server_requests_active 1.0")
            .contains("route=\"unknown\"", "method=\"other\"")
            .doesNotContain(orderId, "wp-admin", "BREW");
      }
    }
  }

  @Nested
  class Too_many_requests {

    @Test
    void are_told_to_come_again_but_health_is_still_answered() throws Exception {
      CountDownLatch entered = new CountDownLatch(1);
      CountDownLatch leave = new CountDownLatch(1);
      ListProducts slow = slow(entered, leave);
      try (Shop shop =
          new Shop(Shop.settings().withMaxConcurrentRequests(1), listing(slow), List.of())) {
        var first = CompletableFuture.supplyAsync(() -> shop.get("/v1/products"));
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
        Answer second = shop.get("/v1/products");
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.code()).isEqualTo("server.busy");
        assertThat(second.header("Retry-After")).isPresent();
        assertThat(shop.get("/health/live").status()).isEqualTo(200);
        leave.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
    }
  }

  @Nested
  class The_server {

    @Test
    void lets_requests_end_before_it_stops() throws Exception {
      CountDownLatch entered = new CountDownLatch(1);
      CountDownLatch leave = new CountDownLatch(1);
      Shop shop = Shop.open(listing(slow(entered, leave)));
      var underWay = CompletableFuture.supplyAsync(() -> shop.get("/v1/products"));
      assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
      var stopped = CompletableFuture.runAsync(shop.server::close);
      assertNotDone(stopped);
      leave.countDown();
      assertThat(underWay.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
      stopped.get(10, TimeUnit.SECONDS);
      shop.close();
    }

    private void assertNotDone(CompletableFuture<Void> stopped)
        throws InterruptedException, ExecutionException {
      assertThatThrownBy(() -> stopped.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }

    @Test
    void says_in_one_line_that_its_port_is_taken() {
      try (Shop shop = Shop.open()) {
        RestSettings taken = Shop.settings().withAddress("127.0.0.1", shop.server.port());
        assertThatThrownBy(
                () ->
                    RestServer.start(
                        taken,
                        shop.hexwing.useCases(),
                        List.of(),
                        new SimpleMeterRegistry(),
                        () -> "",
                        shop.clock))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "cannot listen on 127.0.0.1:" + shop.server.port() + ": Address already in use");
      }
    }

    @Test
    void does_not_print_its_secret() {
      assertThat(Shop.settings().toString()).doesNotContain(Shop.SECRET).contains("set");
    }

    @Test
    void refuses_settings_that_cannot_work_by_name() {
      assertThatThrownBy(() -> Shop.settings().withAddress("h", 70_000))
          .hasMessageContaining("port");
      assertThatThrownBy(() -> Shop.settings().withMaxConcurrentRequests(0))
          .hasMessageContaining("maxConcurrentRequests");
      assertThatThrownBy(() -> Shop.settings().withProcessorEventSecret(" "))
          .hasMessageContaining("processorEventSecret");
    }
  }

  private static ListProducts slow(CountDownLatch entered, CountDownLatch leave) {
    return () -> {
      entered.countDown();
      try {
        assertThat(leave.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    };
  }
}
