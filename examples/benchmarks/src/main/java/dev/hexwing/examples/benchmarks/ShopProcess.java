package dev.hexwing.examples.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The drone shop as its script runs it, on free ports and with data of its own. */
final class ShopProcess implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Process process;
  private final int port;
  private final double firstAnswerSeconds;

  ShopProcess(Path script, Path data) throws Exception {
    port = freePort();
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.environment().put("HEXWING_PORT", Integer.toString(port));
    builder.environment().put("HEXWING_SANDBOX_PORT", "0");
    builder.environment().put("HEXWING_DATA", data.toString());
    builder.environment().put("HEXWING_LOG_LEVEL", "warn");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(data.resolve("shop.log").toFile());
    long begun = System.nanoTime();
    process = builder.start();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - begun > PATIENCE_NANOS) {
        close();
        throw new IllegalStateException(
            "the shop did not start: " + Files.readString(data.resolve("shop.log")));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    firstAnswerSeconds = (System.nanoTime() - begun) / 1e9;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return send("GET", "/v1/products", "", "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** From the start of the script to the answer of the catalogue. */
  double firstAnswerSeconds() {
    return firstAnswerSeconds;
  }

  HttpResponse<String> send(String method, String path, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return http.send(
        request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Memory that the shop's own process holds now, without its sandbox processor. */
  long residentMegabytes() throws IOException {
    try (Stream<String> facts = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return facts
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    }
  }

  @Override
  public void close() throws InterruptedException {
    http.close();
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
