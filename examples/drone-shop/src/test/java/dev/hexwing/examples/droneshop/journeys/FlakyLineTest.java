package dev.hexwing.examples.droneshop.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FlakyLineTest {

  private static final int MESSAGES = 400;

  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          byte[] body =
              ("{\"heard\":" + exchange.getRequestBody().readAllBytes().length + "}")
                  .getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          boolean isChunked = exchange.getRequestURI().getPath().equals("/chunked");
          exchange.sendResponseHeaders(200, isChunked ? 0 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_good_line_carries_every_message_whole() throws Exception {
    try (FlakyLine flaky = FlakyLine.to(address(), 0, 1);
        Line line = new Line(flaky.address(), Map.of())) {
      Optional<Answer> answer = line.post("/plain", Map.of("a", "b"), Map.of());
      assertThat(answer.orElseThrow().body().path("heard").asInt()).isEqualTo(9);
      assertThat(line.get("/chunked").orElseThrow().body().path("heard").asInt()).isZero();
      assertThat(flaky.lost()).isZero();
    }
  }

  @Test
  void a_bad_line_loses_about_the_given_share_half_of_it_after_the_server_has_acted()
      throws Exception {
    try (FlakyLine flaky = FlakyLine.to(address(), 0.4, 1);
        Line line = new Line(flaky.address(), Map.of())) {
      int answered = 0;
      for (int i = 0; i < MESSAGES; i++) {
        answered += line.post("/plain", Map.of(), Map.of()).isPresent() ? 1 : 0;
      }
      assertThat(flaky.lost()).isEqualTo(MESSAGES - answered).isBetween(120L, 200L);
      assertThat(served.get() - answered).isBetween(50, 110);
      assertThat(line.requests()).isEqualTo(MESSAGES);
    }
  }

  @Test
  void a_bad_line_ends_and_resets_connections_and_breaks_answers_off_in_the_middle()
      throws Exception {
    Set<String> ends = new TreeSet<>();
    try (FlakyLine flaky = FlakyLine.to(address(), 0.8, 1)) {
      for (int i = 0; i < MESSAGES / 4; i++) {
        ends.add(endOfOneExchange(flaky.address()));
      }
    }
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "whole", "ended", "ended after a part", "reset", "reset after a part");
  }

  /** What is left of an answer, and how the connection ended. */
  private static String endOfOneExchange(URI line) throws IOException {
    int heard = 0;
    String end = "ended";
    try (Socket socket = new Socket(line.getHost(), line.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("GET /plain HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      byte[] buffer = new byte[4096];
      for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
        heard += read;
        if (new String(buffer, UTF_8).contains("{\"heard\":0}")) {
          return "whole";
        }
      }
    } catch (SocketException broken) {
      end = "reset";
    }
    return heard > 0 ? end + " after a part" : end;
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
