package dev.hexwing.messaging.kafka;

import dev.hexwing.messaging.Backoff;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kafka's own server as a process of its own, started once for all tests by whoever needs it first;
 * it ends with them.
 */
final class TestKafka {

  private static final long START_SECONDS = 60;
  private static final int LINES_KEPT = 40;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private Process process;

  private TestKafka() {
    try {
      this.folder = Files.createTempDirectory("hexwing-kafka");
      this.port = freePort();
      this.controllerPort = freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = start();
  }

  private static final class Shared {
    static final TestKafka NODE = new TestKafka();
  }

  static TestKafka shared() {
    return Shared.NODE;
  }

  /** Impatient settings with a prefix of their own. */
  KafkaSettings settings() {
    return KafkaSettings.of("127.0.0.1:" + port)
        .withPrefix("t" + PREFIXES.incrementAndGet())
        .withTimes(
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)))
        .withProperty("session.timeout.ms", "3000")
        .withProperty("heartbeat.interval.ms", "500")
        .withProperty("metadata.max.age.ms", "2000");
  }

  /** Freezes the server: connections stay, and nothing answers. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  /** Kills the server as a power cut would. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the node does not die");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it again over what it had written. */
  void restart() {
    process = start();
  }

  private void signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("cannot send " + signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start() {
    try {
      Process started =
          TestProgram.of(
                  KafkaNode.class,
                  List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                  folder.toString(),
                  Integer.toString(port),
                  Integer.toString(controllerPort))
              .start();
      awaitReady(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what it prints for as long as it runs, so that it never waits for a reader. */
  private static void awaitReady(Process started) {
    CountDownLatch ready = new CountDownLatch(1);
    Deque<String> printed = new ArrayDeque<>();
    Thread.ofPlatform()
        .name("kafka-output")
        .daemon(true)
        .start(() -> drain(started, ready, printed));
    try {
      boolean ended = ready.await(START_SECONDS, TimeUnit.SECONDS);
      synchronized (printed) {
        if (!ended || !printed.contains(KafkaNode.READY)) {
          started.destroyForcibly();
          throw new IllegalStateException("Kafka did not start: " + String.join("\n", printed));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void drain(Process started, CountDownLatch ready, Deque<String> printed) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (printed) {
          printed.add(line);
          if (printed.size() > LINES_KEPT) {
            printed.remove();
          }
        }
        if (line.equals(KafkaNode.READY)) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ready.countDown();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
