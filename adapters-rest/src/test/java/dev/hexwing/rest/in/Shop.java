package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.Hexwing;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.testkit.DirectBroker;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.application.testkit.MutableClock;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.SequentialIds;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real server over the real application on adapters in memory, and a customer's view of it.
 *
 * <p>Every answer is held against the served document.
 */
final class Shop implements AutoCloseable {

  static final String SECRET = "whsec_test";

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("io.helidon"), Logger.getLogger("org.hibernate"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  final MutableClock clock = MutableClock.standing();
  final InMemoryStore store = new InMemoryStore(clock);
  final ScriptedProcessor processor = new ScriptedProcessor();
  final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(clock);
  final DirectBroker broker = new DirectBroker();
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final Hexwing hexwing;
  final RestServer server;
  final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Document document;

  Shop(RestSettings settings, UnaryOperator<UseCases> change, List<Readiness> dependencies) {
    this(settings, change, dependencies, PrincipalSource.ANONYMOUS);
  }

  /** A shop with a consumer of a team's own. */
  Shop(EventConsumer consumer) {
    this(
        settings(),
        UnaryOperator.identity(),
        List.of(),
        PrincipalSource.ANONYMOUS,
        List.of(consumer));
  }

  Shop(
      RestSettings settings,
      UnaryOperator<UseCases> change,
      List<Readiness> dependencies,
      PrincipalSource principals) {
    this(settings, change, dependencies, principals, List.of());
  }

  private Shop(
      RestSettings settings,
      UnaryOperator<UseCases> change,
      List<Readiness> dependencies,
      PrincipalSource principals,
      List<EventConsumer> consumers) {
    store.stock(
        List.of(
            new Product(new Sku("COFFEE-250"), "Coffee", Money.ofMinor(2500, "EUR"), 250),
            new Product(new Sku("TEA-100"), "Tea", Money.ofMinor(700, "EUR"), 100),
            new Product(new Sku("RICE-1000"), "Rice", Money.ofMinor(900, "JPY"), 1000),
            new Product(new Sku("GOLD"), "Gold", Money.ofMinor(Long.MAX_VALUE, "EUR"), 1)));
    hexwing =
        Hexwing.assemble(
            new DrivenPorts(
                    store, store, broker, processor, store, store, new SequentialIds(), clock)
                .withDeadLetters(deadLetters),
            HexwingSettings.STANDARD,
            consumers);
    server =
        RestServer.start(
            settings.withAddress("127.0.0.1", 0),
            change.apply(hexwing.useCases()),
            dependencies,
            registry,
            registry::scrape,
            clock,
            principals);
    document = new Document(Resources.read("openapi.json"));
  }

  static Shop open() {
    return open(UnaryOperator.identity());
  }

  static Shop open(UnaryOperator<UseCases> change) {
    return new Shop(settings(), change, List.of());
  }

  static RestSettings settings() {
    return RestSettings.defaults().withProcessorEventSecret(SECRET);
  }

  Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String json, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return send("POST", path, BodyPublishers.ofString(json), all);
  }

  Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    Answer answer = sendUnchecked(method, path, body, headers);
    document.check(answer);
    return answer;
  }

  Answer sendUnchecked(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(method, path, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Places an order of two coffees: EUR 50.00. */
  String order() {
    return post(
            "/v1/orders",
            """
            {"lines":[{"sku":"COFFEE-250","quantity":2}],\
            "dropOff":{"latitude":52.52,"longitude":13.405}}\
            """)
        .string("/orderId");
  }

  Answer pay(String orderId, String key) {
    return post("/v1/payments", payment(orderId), "Idempotency-Key", key);
  }

  static String payment(String orderId) {
    return """
    {"orderId":"%s","amount":5000,"currency":"EUR","paymentMethod":"pm_card_visa"}\
    """
        .formatted(orderId);
  }

  static String newKey() {
    return '"' + UUID.randomUUID().toString() + '"';
  }

  /** Carries out what events set in motion. */
  void settle() {
    broker.drain(store);
    hexwing.dispatchOnce();
    broker.drain(store);
  }

  static void assertRefused(Answer answer, int status, String code, String... fields) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.fields()).containsExactly(fields);
  }

  @Override
  public void close() {
    client.close();
    server.close();
    hexwing.close();
  }
}
