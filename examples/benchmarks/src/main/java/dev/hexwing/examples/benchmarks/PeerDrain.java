package dev.hexwing.examples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else's outbox, in a process of its own that lives through all rounds. */
final class PeerDrain implements Drain {

  private static final long LONGEST_SECONDS = 300;

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  PeerDrain(String name, BenchDatabase database) throws Exception {
    this.name = name;
    String classPath = System.getenv("HEXWING_BENCHMARK_PEERS");
    if (classPath == null) {
      throw new IllegalStateException("HEXWING_BENCHMARK_PEERS must be the peers' class path");
    }
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms256m",
                "-Xmx256m",
                "-cp",
                classPath,
                "dev.hexwing.examples.benchmarks.peers.Peers",
                name,
                database.url(),
                database.user())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    orders = process.outputWriter(StandardCharsets.UTF_8);
    require("ready", answer());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(int events) throws Exception {
    require("filled", ask("fill " + events));
  }

  @Override
  public void run(int events, AtomicInteger handled) throws Exception {
    String answer = ask("run " + events);
    require("handled", answer);
    handled.set(Integer.parseInt(answer.substring("handled ".length())));
  }

  private String ask(String order) throws Exception {
    orders.write(order + "\n");
    orders.flush();
    return answer();
  }

  private String answer() throws Exception {
    return CompletableFuture.supplyAsync(this::line).get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  private String line() {
    try {
      return String.valueOf(answers.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void require(String beginning, String answer) {
    if (!answer.startsWith(beginning)) {
      throw new IllegalStateException(name + " answered " + answer + " instead of " + beginning);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
