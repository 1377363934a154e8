package dev.hexwing.examples.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop that talks to a sandbox over real HTTP. */
final class Shop implements AutoCloseable {

  /** What came back. */
  record Reply(int status, String text, HttpResponse<String> response) {
    JsonNode json() {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    String at(String pointer) {
      return json().at(pointer).asString("");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private static final String[] CARD = {
    "confirm",
    "true",
    "automatic_payment_methods[enabled]",
    "true",
    "automatic_payment_methods[allow_redirects]",
    "never"
  };

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final String authorization;

  Shop(SandboxServer sandbox) {
    this(sandbox.port(), "Bearer " + SandboxOptions.DEFAULT_KEY);
  }

  Shop(int port, String authorization) {
    this.port = port;
    this.authorization = authorization;
  }

  /** The parameters of an ordinary charge, with more of them after. */
  static String[] charge(long amount, String currency, String method, String... more) {
    return joined(
        joined(
            new String[] {
              "amount", Long.toString(amount), "currency", currency, "payment_method", method
            },
            CARD),
        more);
  }

  private static String[] joined(String[] first, String[] second) {
    String[] both = new String[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  Reply pay(@Nullable String key, String... more) throws Exception {
    return post("/v1/payment_intents", key, charge(5000, "eur", "pm_card_visa", more));
  }

  Reply post(String path, @Nullable String key, String... form) throws Exception {
    return send(
        path,
        key == null ? Map.of() : Map.of("Idempotency-Key", key),
        HttpRequest.BodyPublishers.ofString(encoded(form)));
  }

  Reply send(String path, Map<String, String> headers, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).POST(body);
    request.header("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(request::setHeader);
    return reply(request.build());
  }

  Reply get(String path, String... query) throws IOException, InterruptedException {
    return reply(request(path + (query.length == 0 ? "" : "?" + encoded(query))).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private Reply reply(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Reply(response.statusCode(), response.body(), response);
  }

  static String encoded(String... pairs) {
    StringJoiner text = new StringJoiner("&");
    for (int i = 0; i < pairs.length; i += 2) {
      text.add(
          URLEncoder.encode(pairs[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  long charges() throws Exception {
    return get("/sandbox/ledger").json().path("charges").asLong();
  }

  void faults(String spec) throws Exception {
    Reply changed = post("/sandbox/faults", null, "spec", spec, "seed", "7");
    if (changed.status() != 200) {
      throw new IllegalArgumentException(changed.text());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
