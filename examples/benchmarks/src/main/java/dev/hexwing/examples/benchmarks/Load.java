package dev.hexwing.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Scanner;

/** A kind of request that a {@link LoadClient} sends to a server within this process. */
final class Load {

  private static final int CONNECTIONS = 8;
  private static final String MAIN = LoadClient.class.getName();

  /**
   * What a round of requests gave.
   *
   * @param perSecond requests answered
   * @param p50Micros as the client saw it
   * @param p99Micros as the client saw it
   * @param cpuMicros processor time of this process, for each request
   */
  record Result(double perSecond, double p50Micros, double p99Micros, double cpuMicros) {}

  private final String name;
  private final int port;
  private final Path requests;
  private final List<Result> results = new ArrayList<>();

  Load(String name, int port, List<String> requests) throws Exception {
    this.name = name;
    this.port = port;
    this.requests = Files.createTempFile("hexwing-requests", ".txt");
    Files.write(
        this.requests,
        requests.stream()
            .map(
                request ->
                    Base64.getEncoder().encodeToString(request.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  String name() {
    return name;
  }

  List<Result> results() {
    return results;
  }

  void forget() throws Exception {
    Files.delete(requests);
  }

  /** Sends so many requests; only what is kept is told. */
  void round(int count, boolean kept) throws Exception {
    long cpuBefore = cpuNanos();
    Process client =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                Integer.toString(port),
                Integer.toString(CONNECTIONS),
                Integer.toString(count),
                requests.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (Scanner told = new Scanner(client.getInputStream(), StandardCharsets.UTF_8)) {
      if (!told.hasNextLong()) {
        throw new IllegalStateException(name + ": the client failed");
      }
      double perSecond = count * 1e9 / told.nextLong();
      double p50 = Double.parseDouble(told.next());
      double p99 = Double.parseDouble(told.next());
      client.waitFor();
      if (kept) {
        results.add(new Result(perSecond, p50, p99, (cpuNanos() - cpuBefore) / 1e3 / count));
      }
    } finally {
      client.destroyForcibly();
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
