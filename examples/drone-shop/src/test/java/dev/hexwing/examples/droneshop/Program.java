package dev.hexwing.examples.droneshop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a real process: what it prints, how it ends. */
public final class Program implements AutoCloseable {

  private static final long ENDS_WITHIN_SECONDS = 100;

  private final Process process;
  private final BufferedReader out;
  private final Path err;

  private Program(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader();
    this.err = err;
  }

  /** Starts it; an environment of its own, and none of the shop's settings of whoever tests. */
  public static Program start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(DroneShop.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("HEXWING_"));
    builder.environment().putAll(environment);
    File err = File.createTempFile("program", ".err");
    err.deleteOnExit();
    return new Program(builder.redirectError(err).start(), err.toPath());
  }

  /** Reads on until a line matches. */
  public Matcher awaitLine(String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    StringBuilder before = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher found = wanted.matcher(line);
      if (found.find()) {
        return found;
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("it ended without a line like " + pattern + ":\n" + before + errors());
  }

  /** All that it prints from here to its end. */
  public String rest() throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      rest.append(line).append('\n');
    }
    return rest.toString();
  }

  /** What it printed to its error output. */
  public String errors() throws IOException {
    return Files.readString(err);
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it did not end");
    }
    return process.exitValue();
  }

  /** As Ctrl-C or an orchestrator does. */
  public void terminate() {
    process.destroy();
  }

  /** As a power cut does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    out.close();
  }
}
