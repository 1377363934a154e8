package dev.hexwing.messaging.rabbitmq;

import dev.hexwing.messaging.Backoff;
import io.vavr.control.Option;
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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * RabbitMQ's own server as a process of its own, with name, ports and folder of its own, on the
 * loopback alone; started once for all tests by whoever needs it first, it ends with them.
 */
final class TestRabbit {

  private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
  private static final String CONTROL = "/usr/lib/rabbitmq/bin/rabbitmqctl";
  private static final String NODE = "src/test/rabbitmq/node";
  private static final String READY = "Server startup complete";
  private static final long START_SECONDS = 90;
  private static final int LINES_KEPT = 40;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final Path folder;
  private final int port;
  private final int tlsPort;
  private final int namePort;
  private final int nodePort;
  private final Certificate certificate;
  private Process process;

  private TestRabbit() {
    try {
      this.folder = Files.createTempDirectory("hexwing-rabbitmq");
      this.port = freePort();
      this.tlsPort = freePort();
      this.namePort = freePort();
      this.nodePort = freePort();
      this.certificate = Certificate.make(folder, "ip:127.0.0.1");
      certificate.write(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
      Files.writeString(
          folder.resolve("rabbitmq.conf"),
          """
          listeners.ssl.1 = 127.0.0.1:%d
          ssl_options.certfile = %2$s/certificate.pem
          ssl_options.keyfile = %2$s/key.pem
          ssl_options.verify = verify_none
          """
              .formatted(tlsPort, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = start();
  }

  private static final class Shared {
    static final TestRabbit SERVER = new TestRabbit();
  }

  /** Whether there is a server on this machine. */
  static boolean isInstalled() {
    return Files.isExecutable(SERVER);
  }

  static TestRabbit shared() {
    return Shared.SERVER;
  }

  /** Impatient settings with a prefix of their own. */
  RabbitSettings settings() {
    return RabbitSettings.of("127.0.0.1:" + port, "guest", "guest")
        .withPrefix("t" + PREFIXES.incrementAndGet())
        .withTimes(
            Duration.ofSeconds(4), new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
  }

  /** The same over a line that is encrypted, for who trusts a certificate. */
  RabbitSettings encrypted(Certificate trusted) {
    RabbitSettings plain = settings();
    return new RabbitSettings(
        "127.0.0.1:" + tlsPort,
        plain.virtualHost(),
        plain.user(),
        plain.password(),
        Option.some(trusted.trusted()),
        plain.prefix(),
        plain.notation(),
        plain.prefetch(),
        plain.confirmTimeout(),
        plain.largestEvent(),
        plain.backoff());
  }

  /** By which it is known. */
  Certificate certificate() {
    return certificate;
  }

  Path folder() {
    return folder;
  }

  /** Freezes the server: connections stay, and nothing answers. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  /** Has the server think that it is short of memory, so that it reads from no publisher. */
  void block() {
    control("set_vm_memory_high_watermark", "0");
  }

  void unblock() {
    control("set_vm_memory_high_watermark", "0.4");
  }

  private void control(String... command) {
    List<String> line = new ArrayList<>(List.of(CONTROL));
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME",
                folder.toString(),
                "ERL_EPMD_PORT",
                Integer.toString(namePort),
                "RABBITMQ_NODENAME",
                "hexwing-" + port + "@localhost",
                "RABBITMQ_CONF_ENV_FILE",
                folder.resolve("none").toString()));
    run(builder);
  }

  /** Stops the server as its operator does. */
  void stop() {
    ProcessHandle server = server();
    if (!server.destroy()) {
      throw new IllegalStateException("cannot stop the server");
    }
    try {
      server.onExit().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server does not end", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.toHandle().destroyForcibly();
    }
  }

  /** Starts it again over what it had written. */
  void restart() {
    process = start();
  }

  private ProcessHandle server() {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("beam.smp"))
        .findFirst()
        .orElseThrow();
  }

  private void signal(String signal) {
    long server = server().pid();
    run(new ProcessBuilder("kill", signal, Long.toString(server)));
  }

  private static void run(ProcessBuilder builder) {
    try {
      Process process = builder.inheritIO().start();
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("failed: " + builder.command());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid",
            NODE,
            folder.toString(),
            Integer.toString(port),
            Integer.toString(namePort),
            Integer.toString(nodePort),
            folder.resolve("rabbitmq.conf").toString());
    try {
      Process started = builder.redirectErrorStream(true).start();
      awaitReady(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what it prints for as long as it runs, so that it never waits for a reader. */
  private static void awaitReady(Process started) {
    CountDownLatch ended = new CountDownLatch(1);
    Deque<String> printed = new ArrayDeque<>();
    Thread.ofPlatform()
        .name("rabbitmq-output")
        .daemon(true)
        .start(() -> drain(started, ended, printed));
    try {
      boolean inTime = ended.await(START_SECONDS, TimeUnit.SECONDS);
      synchronized (printed) {
        if (!inTime || printed.stream().noneMatch(line -> line.contains(READY))) {
          started.descendants().forEach(ProcessHandle::destroyForcibly);
          throw new IllegalStateException("RabbitMQ did not start: " + String.join("\n", printed));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void drain(Process started, CountDownLatch ended, Deque<String> printed) {
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
        if (line.contains(READY)) {
          ended.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ended.countDown();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
