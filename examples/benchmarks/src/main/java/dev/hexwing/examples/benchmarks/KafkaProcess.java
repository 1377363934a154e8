package dev.hexwing.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kafka's own server with its default durability, in a process of its own that ends with us. */
final class KafkaProcess implements AutoCloseable {

  private static final String READY = "the node is ready";
  private static final long START_SECONDS = 60;

  private final Process process;
  private final int port;

  KafkaProcess() throws Exception {
    String classPath = System.getenv("HEXWING_BENCHMARK_KAFKA");
    if (classPath == null) {
      throw new IllegalStateException("HEXWING_BENCHMARK_KAFKA must be a class path with a server");
    }
    Path folder = Files.createTempDirectory("hexwing-kafka");
    port = freePort();
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms256m",
                "-Xmx256m",
                "-cp",
                classPath,
                "dev.hexwing.messaging.kafka.KafkaNode",
                folder.toString(),
                Integer.toString(port),
                Integer.toString(freePort()))
            .redirectErrorStream(true)
            .start();
    CountDownLatch ready = new CountDownLatch(1);
    Thread.ofPlatform().name("kafka-output").daemon(true).start(() -> drain(ready));
    if (!ready.await(START_SECONDS, TimeUnit.SECONDS)) {
      close();
      throw new IllegalStateException("Kafka did not start");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Reads what it prints for as long as it runs, so that it never waits for a reader. */
  private void drain(CountDownLatch ready) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(READY)) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
