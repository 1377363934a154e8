package dev.hexwing.rest.in;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends. */
class RawSocketTest {

  private static final Shop SHOP =
      new Shop(
          Shop.settings().withTimeouts(Duration.ofMillis(500), Duration.ofSeconds(2)),
          useCases -> useCases,
          List.of());

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static String exchange(String request) throws IOException {
    return exchange(request.getBytes(ISO_8859_1));
  }

  /** Sends bytes, and reads until the server closes. */
  private static String exchange(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SHOP.server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static void assertProblem(String response, int status, String code) {
    assertThat(response).startsWith("HTTP/1.1 " + status + " ");
    assertThat(response)
        .contains("application/problem+json")
        .contains("\"code\":\"" + code + "\"")
        .containsPattern("(?i)x-correlation-id: [A-Za-z0-9._-]+")
        .containsPattern("(?i)x-content-type-options: nosniff")
        .doesNotContain("Exception", "helidon", "at java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /v1/orders/%ff%fe HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nIdempotency-Key: a\u0001b\r\n\r\n",
        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}"
      })
  void what_is_no_request_is_400(String request) throws IOException {
    assertProblem(exchange(request), 400, "request.malformed");
  }

  @Test
  void headers_past_the_limit_are_431() throws IOException {
    assertProblem(
        exchange("GET / HTTP/1.1\r\nHost: a\r\nX-Big: " + "a".repeat(20_000) + "\r\n\r\n"),
        431,
        "request.headers-too-large");
  }

  @Test
  void a_request_line_past_the_limit_is_414() throws IOException {
    assertProblem(
        exchange("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
        414,
        "request.uri-too-long");
  }

  @Test
  void a_body_that_is_announced_too_large_is_refused_before_it_is_sent() throws IOException {
    assertProblem(
        order("", "Content-Length: 70000", "Expect: 100-continue"), 413, "request.too-large");
    assertProblem(order("", "Content-Length: 99999999999"), 413, "request.too-large");
  }

  @Test
  void a_chunk_that_is_announced_huge_is_refused_without_memory_for_it() throws IOException {
    assertProblem(order("7fffffff\r\n{", "Transfer-Encoding: chunked"), 413, "request.too-large");
  }

  @Test
  void a_chunk_without_a_size_is_400() throws IOException {
    assertProblem(order("zz\r\n", "Transfer-Encoding: chunked"), 400, "request.malformed");
  }

  @Test
  void a_body_that_stops_coming_is_408() throws IOException {
    assertProblem(order("{", "Content-Length: 100"), 408, "request.too-slow");
  }

  @Test
  void a_request_that_never_ends_and_a_connection_without_one_are_closed() throws IOException {
    assertThat(exchange("GET / HTTP/1.1\r\nHost:")).doesNotContain("HTTP/1.1 200");
    assertThat(exchange("")).isEmpty();
  }

  @Test
  void a_request_that_trickles_for_ever_is_cut_off() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SHOP.server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(ISO_8859_1));
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> untilClosed(socket));
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!isDone(answer) && System.nanoTime() < end) {
        try {
          out.write('a');
        } catch (IOException closedByTheServer) {
          break;
        }
      }
      assertThat(System.nanoTime()).as("cut off while it still trickled").isLessThan(end);
      assertThat(answer.get(2, TimeUnit.SECONDS)).doesNotContain(" 200 ");
    }
  }

  /** Waits a tenth of a second for the end, which paces the trickle as well. */
  private static boolean isDone(CompletableFuture<String> answer) throws Exception {
    try {
      answer.get(100, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static String untilClosed(Socket socket) {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException reset) {
      return "";
    }
  }

  @Test
  void the_correlation_id_of_a_broken_request_is_kept_where_it_was_read() throws IOException {
    assertThat(order("", "X-Correlation-Id: tap-7", "Content-Length: x"))
        .containsPattern("(?i)x-correlation-id: tap-7")
        .contains("\"correlationId\":\"tap-7\"");
  }

  @Test
  void head_is_answered_as_get_without_the_body() throws IOException {
    String head = exchange("HEAD /v1/products HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
    assertThat(head.toLowerCase(Locale.ROOT))
        .contains("content-length: " + SHOP.get("/v1/products").bytes().length);
  }

  private static String order(String body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("POST /v1/orders HTTP/1.1");
    lines.add("Host: a");
    lines.add("Connection: close");
    lines.add("Content-Type: application/json");
    lines.addAll(List.of(headers));
    return exchange(String.join("\r\n", lines) + "\r\n\r\n" + body);
  }
}
