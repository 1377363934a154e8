package dev.hexwing.examples.droneshop.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An HTTP client's way to a server; a request may go unanswered, which is empty and never an
 * exception. Safe for use by any number of threads.
 */
final class Line implements AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
  private static final long LONGEST_WAIT_SECONDS = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final Map<String, String> always;
  private final HttpClient client;
  private final LongAdder requests = new LongAdder();
  private final LongAdder replays = new LongAdder();

  /** A line to a server; {@code always} are headers of every request. */
  Line(URI base, Map<String, String> always) {
    this.base = base;
    this.always = Map.copyOf(always);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
  }

  /**
   * Asks once whether anybody is there, before long lists are read with patience.
   *
   * @throws PlayFailed if nobody answers
   */
  void requireAnswer(String path, String otherwise) throws InterruptedException {
    if (get(path).filter(answer -> !answer.isTrouble()).isEmpty()) {
      throw new PlayFailed(otherwise);
    }
  }

  Optional<Answer> get(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET(), Map.of());
  }

  Optional<Answer> post(String path, Map<String, ?> body, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(request, headers);
  }

  private Optional<Answer> send(HttpRequest.Builder request, Map<String, String> headers)
      throws InterruptedException {
    always.forEach(request::header);
    headers.forEach(request::header);
    requests.increment();
    try {
      HttpResponse<String> response =
          client.send(request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
      Answer answer = answer(response);
      if (answer.replayed()) {
        replays.increment();
      }
      return Optional.of(answer);
    } catch (IOException | JacksonException nothingHeard) {
      return Optional.empty();
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body =
        type.contains("json") && !response.body().isEmpty()
            ? JSON.readTree(response.body())
            : MissingNode.getInstance();
    boolean replayed =
        response.headers().firstValue("Idempotency-Replayed").orElse("").equals("true");
    String wait = response.headers().firstValue("Retry-After").orElse("0");
    long seconds =
        wait.matches("[0-9]{1,6}") ? Math.min(Long.parseLong(wait), LONGEST_WAIT_SECONDS) : 0;
    return new Answer(response.statusCode(), body, replayed, Duration.ofSeconds(seconds));
  }

  /** How many requests were sent. */
  long requests() {
    return requests.sum();
  }

  /** How many answers were repeats. */
  long replays() {
    return replays.sum();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
