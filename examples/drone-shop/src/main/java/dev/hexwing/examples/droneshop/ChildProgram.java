package dev.hexwing.examples.droneshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program of this class path that runs as a process of its own and writes to a file.
 *
 * <p>It is not told of a Ctrl-C that is meant for this program: whoever started it stops it. Safe
 * for use by any number of threads.
 */
public final class ChildProgram implements AutoCloseable {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 10;
  private static final int TOLD_CHARACTERS = 300;

  private final String name;
  private final Process process;
  private final Path output;

  private ChildProgram(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a program.
   *
   * @param name what messages call it
   * @param main its main class
   * @param heapMegabytes the largest heap that it may use
   * @param arguments what it is told
   * @param environment what it sees beside this program's environment; an empty value hides one
   * @param output file that takes what it prints; what stood there is replaced
   * @throws StartFailure if it cannot be started at all
   */
  public static ChildProgram start(
      String name,
      Class<?> main,
      int heapMegabytes,
      List<String> arguments,
      Map<String, String> environment,
      Path output) {
    ProcessBuilder builder = new ProcessBuilder(command(name, main, heapMegabytes, arguments));
    // With an arena for each thread the C library would keep tens of megabytes for nothing.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    environment.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(key);
          } else {
            builder.environment().put(key, value);
          }
        });
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      return new ChildProgram(name, builder.start(), output);
    } catch (IOException e) {
      throw new StartFailure("cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  /** A shell that ignores the terminal's signals hands that down to what it becomes. */
  private static List<String> command(
      String name, Class<?> main, int heapMegabytes, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx" + heapMegabytes + "m",
            "-Xss512k"));
    command.addAll(List.of("-XX:ReservedCodeCacheSize=64m", "-XX:MaxMetaspaceSize=128m"));
    String archives = System.getProperty("hexwing.archives", "");
    if (!archives.isEmpty()) {
      command.add("-XX:SharedArchiveFile=" + Path.of(archives, name + ".jsa"));
      command.add("-XX:+AutoCreateSharedArchive");
      // Mapped where the archive expects them, classes need not be copied into memory.
      command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
      command.add("-Xlog:disable");
      command.add("-Dhexwing.archives=" + archives);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /**
   * Waits for a line that it prints.
   *
   * @throws StartFailure if the program ended before, or did not print it in time
   */
  public Matcher awaitLine(Pattern line, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean isAlive = process.isAlive();
      Optional<Matcher> found = find(line);
      if (found.isPresent()) {
        return found.get();
      }
      if (!isAlive) {
        throw new StartFailure(name + " did not start: " + lastWords(), null);
      }
      if (System.nanoTime() > end) {
        throw new StartFailure(name + " was not ready within " + patience.toSeconds() + " s", null);
      }
      rest();
    }
  }

  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted while a program was starting", e);
    }
  }

  private Optional<Matcher> find(Pattern line) {
    return printed().lines().map(line::matcher).filter(Matcher::find).findFirst();
  }

  private String printed() {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private String lastWords() {
    String words = printed().strip().replaceAll("\\s*\\R\\s*", " ");
    return words.length() > TOLD_CHARACTERS
        ? words.substring(words.length() - TOLD_CHARACTERS)
        : words;
  }

  /** The process itself. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and makes it if it does not. */
  @Override
  public void close() {
    stop(process.toHandle());
  }

  /** Asks a process to end, and makes it if it does not within 20 seconds. */
  static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    }
  }
}
