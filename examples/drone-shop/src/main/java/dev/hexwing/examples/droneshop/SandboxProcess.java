package dev.hexwing.examples.droneshop;

import dev.hexwing.examples.sandbox.SandboxProcessor;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox processor beside the shop: a process of its own, which outlives a shop that dies and
 * is found again by the next one.
 *
 * <p>Closing it stops it if a shop on this data folder has started it; a sandbox that was there
 * already is somebody else's and is left running.
 */
final class SandboxProcess implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SandboxProcess.class);
  private static final Pattern READY = Pattern.compile("listening on http://[^ ]+:([0-9]+)");
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final int HEALTH_MILLIS = 1_000;
  private static final int OK = 200;

  /** A ledger of a hundred thousand charges takes a third of it. */
  static final int HEAP_MEGABYTES = 256;

  private final Path data;
  private final @Nullable ChildProgram started;
  private final @Nullable ProcessHandle own;
  private int port;

  private SandboxProcess(
      Path data, @Nullable ChildProgram started, @Nullable ProcessHandle own, int port) {
    this.data = data;
    this.started = started;
    this.own = own;
    this.port = port;
  }

  /** Finds the sandbox, or starts one without waiting until it is ready. */
  static SandboxProcess findOrStart(ShopSettings settings, Optional<Notices> notices) {
    Path data = settings.data();
    Optional<SandboxRecord> before = SandboxRecord.read(data);
    Optional<ProcessHandle> running = before.flatMap(SandboxRecord::process);
    if (running.isPresent()) {
      if (isHealthy(before.get().port())) {
        log.info("the sandbox of before still listens on port {}", before.get().port());
        return new SandboxProcess(data, null, running.get(), before.get().port());
      }
      ChildProgram.stop(running.get());
    }
    if (settings.sandboxPort() != 0 && isHealthy(settings.sandboxPort())) {
      log.info("a sandbox listens on port {} already", settings.sandboxPort());
      return new SandboxProcess(data, null, null, settings.sandboxPort());
    }
    ChildProgram program = start(settings, notices);
    return new SandboxProcess(data, program, program.handle(), 0);
  }

  private static ChildProgram start(ShopSettings settings, Optional<Notices> notices) {
    Path data = settings.data();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "--port",
            Integer.toString(settings.sandboxPort()),
            "--data",
            data.resolve("sandbox").toString()));
    // A file keeps the secret out of the list of processes.
    notices.ifPresent(given -> arguments.add("@" + given.argumentFile(data)));
    return ChildProgram.start(
        "sandbox",
        SandboxProcessor.class,
        HEAP_MEGABYTES,
        arguments,
        Map.of("HEXWING_PROCESSOR_KEY", settings.processorKey()),
        data.resolve("sandbox.log"));
  }

  /**
   * Waits until the sandbox can be asked, and tells where.
   *
   * @throws StartFailure if it does not start
   */
  URI awaitAddress() {
    if (started != null && port == 0) {
      port = Integer.parseInt(started.awaitLine(READY, READY_WITHIN).group(1));
      SandboxRecord.of(started.handle(), port).write(data);
    }
    return URI.create("http://127.0.0.1:" + port);
  }

  private static boolean isHealthy(int port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/sandbox/health").toURL().openConnection();
      connection.setConnectTimeout(HEALTH_MILLIS);
      connection.setReadTimeout(HEALTH_MILLIS);
      try {
        return connection.getResponseCode() == OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException nobodyThere) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (own != null) {
      ChildProgram.stop(own);
      Files.deleteIfExists(SandboxRecord.file(data));
    }
  }

  /**
   * Where the sandbox sends its notices.
   *
   * @param url where they are taken
   * @param secret what they are signed with
   */
  record Notices(URI url, String secret) {

    private Path argumentFile(Path data) {
      Path file = data.resolve("sandbox-arguments");
      PrivateFile.write(file, "--webhook-url\n" + url + "\n--webhook-secret\n\"" + secret + "\"\n");
      return file;
    }

    @Override
    public String toString() {
      return "Notices[" + url + "]";
    }
  }
}
